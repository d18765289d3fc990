using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;

namespace Parcours.Engine.Samples;

/// <summary>An import kept in memory: enough of a store to see what was written.</summary>
internal sealed class MemorySession : IImportSession
{
    private readonly Dictionary<(IdentityKind, string), int> _identities = [];
    private readonly Dictionary<string, int> _terms = [];
    private readonly List<string> _texts = [string.Empty];
    private readonly HashSet<UInt128> _known;

    public MemorySession(IEnumerable<UInt128>? known = null) => _known = [.. known ?? []];

    public long ResumedFacts => 0;

    public List<StoredFact> Facts { get; } = [];

    public Dictionary<int, int> CategoryOf { get; } = [];

    public Dictionary<int, int> Joined { get; } = [];

    public ImportCounts? Sealed { get; private set; }

    public int Find(string key) => _identities.Single(pair => pair.Key.Item2 == key).Value;

    public bool Has(IdentityKind kind, string key) => _identities.ContainsKey((kind, key));

    public IEnumerable<string> KeysOf(IdentityKind kind) => _identities.Keys.Where(pair => pair.Item1 == kind).Select(pair => pair.Item2);

    public string TextOf(int term) => _texts[term];

    public IEnumerable<FactRow> RowsOf(int identity) => Facts.Where(fact => fact.Identity == identity)
        .Select(fact => new FactRow(fact.Fact, 0, fact.Link, (long)(ulong)(fact.MessageId >> 64), fact.Extra)).Order();

    public int IdentityOf(IdentityKind kind, ReadOnlySpan<char> key)
    {
        _identities.TryAdd((kind, key.ToString()), _identities.Count);
        return _identities[(kind, key.ToString())];
    }

    public bool Join(int identity, int other) => Joined.TryAdd(other, identity);

    public int TermOf(ReadOnlySpan<char> text)
    {
        if (_terms.TryAdd(text.ToString(), _texts.Count))
        {
            _texts.Add(text.ToString());
        }

        return _terms[text.ToString()];
    }

    public FactKind CustomKindOf(string name) => FactKind.FirstCustom;

    public void Product(int product, int category, string? detail) => CategoryOf[product] = category;

    public IReadOnlyDictionary<(int Identity, int Link), KnownOrder> KnownOrders(IReadOnlySet<(int Identity, int Link)> orders) => throw new NotSupportedException();

    public bool Knows(UInt128 messageId) => _known.Contains(messageId);

    public void Add(in StoredFact fact)
    {
        Assert.Null(Sealed);
        Facts.Add(fact);
    }

    public void Quarantine(long line, string reason, string raw) => Assert.Fail("The shop has no bad lines.");

    public void Seal(ImportCounts counts) => Sealed = counts;

    public void Abandon() => Assert.Fail("The shop never gives up.");

    public void Dispose()
    {
    }
}
