using Parcours.Domain.Facts;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Storage.Sqlite.Erasure;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Live;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>An import that stores nothing: it only reads what sealed imports hold, so it needs no lock and disturbs no other import.</summary>
internal sealed class TrialSession : IImportSession
{
    private readonly string _folder;
    private readonly Marks _sealed;
    private readonly IdentityMap _identities;
    private readonly KnownMessages _known;
    private readonly HashSet<UInt128> _recent;
    private readonly ToldOrders _told;
    private int _terms;
    private int _kinds;

    internal TrialSession(string folder)
    {
        _folder = folder;
        using Database database = WorkspaceFile.OpenToRead(folder);
        _sealed = Marks.Sealed(database);
        _identities = IdentityMap.Load(database, _sealed);
        _recent = RecentMessages.All(database);
        Erased = ErasedKeyTable.Read(database, PrivacySecret.Find(database));
        _known = new KnownMessages(folder, _sealed.Facts / KnownMessages.IdsPerQuestion);
        _told = new ToldOrders(folder, _sealed, _identities, _recent);
    }

    /// <inheritdoc/>
    public long ResumedFacts => 0;

    /// <inheritdoc/>
    public ErasedKeys Erased { get; }

    /// <inheritdoc/>
    public int IdentityOf(IdentityKind kind, ReadOnlySpan<char> key) =>
        _identities.TryFind(kind, key, out int identity) ? identity : _identities.Create(kind, key.ToString());

    /// <inheritdoc/>
    public bool Join(int identity, int other) => _identities.TryJoin(identity, other, out _);

    /// <inheritdoc/>
    public int TermOf(ReadOnlySpan<char> text) => ++_terms;

    /// <inheritdoc/>
    public FactKind CustomKindOf(string name) => FactKind.FirstCustom + (ushort)_kinds++;

    /// <inheritdoc/>
    public void Product(int product, int category, string? detail)
    {
    }

    /// <inheritdoc/>
    public bool Knows(UInt128 messageId) => _recent.Contains(messageId) || _known.Contains(messageId);

    /// <inheritdoc/>
    public IReadOnlyDictionary<(int Identity, int Link), KnownOrder> KnownOrders(IReadOnlySet<(int Identity, int Link)> orders) =>
        Importing.KnownOrders.Read(_folder, _sealed, _identities, orders);

    /// <inheritdoc/>
    public ToldOrder? ToldOf(int identity, int link) => _told.Of(identity, link);

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
        _known.Dispose();
        _told.Dispose();
    }
}
