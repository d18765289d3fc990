using Parcours.Domain.Facts;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Import.Running;

/// <summary>A session that knows nothing and keeps nothing: for a trial run where there is no workspace yet.</summary>
internal sealed class TrialSession : IImportSession
{
    private int _identities;
    private int _terms;
    private int _kinds;

    /// <inheritdoc/>
    public long ResumedFacts => 0;

    /// <inheritdoc/>
    public int IdentityOf(IdentityKind kind, ReadOnlySpan<char> key) => _identities++;

    /// <inheritdoc/>
    public bool Join(int identity, int other) => true;

    /// <inheritdoc/>
    public int TermOf(ReadOnlySpan<char> text) => ++_terms;

    /// <inheritdoc/>
    public FactKind CustomKindOf(string name) => FactKind.FirstCustom + (ushort)_kinds++;

    /// <inheritdoc/>
    public void Product(int product, int category, string? detail)
    {
    }

    /// <inheritdoc/>
    public bool Knows(UInt128 messageId) => false;

    /// <inheritdoc/>
    public IReadOnlyDictionary<(int Identity, int Link), KnownOrder> KnownOrders(IReadOnlySet<(int Identity, int Link)> orders) =>
        new Dictionary<(int Identity, int Link), KnownOrder>();

    /// <inheritdoc/>
    public void Add(in StoredFact fact)
    {
    }

    /// <inheritdoc/>
    public void Quarantine(long line, string reason, string raw)
    {
    }

    /// <inheritdoc/>
    public void Seal(ImportCounts counts)
    {
    }

    /// <inheritdoc/>
    public void Abandon()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
