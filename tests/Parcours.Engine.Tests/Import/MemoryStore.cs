using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Identity;
using Parcours.Engine.Live;
using Parcours.Engine.Suppressions;
using Parcours.Engine.Webhooks;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Import;

/// <summary>A workspace in memory: enough of one to see what an import stores.</summary>
internal sealed class MemoryStore : IWorkspaceStore
{
    private readonly HashSet<UInt128> _known = [];
    private readonly Dictionary<(object, object), int> _numbers = [];

    public List<StoredFact> Facts { get; } = [];

    public List<(IdentityKind Kind, string Key)> Identities { get; } = [];

    public List<string> Terms { get; } = [string.Empty];

    public List<string> Kinds { get; } = [];

    public List<(int, int)> Joins { get; } = [];

    public Dictionary<string, (string Category, string? Detail)> Products { get; } = [];

    public List<(long Line, string Reason, string Raw)> Quarantined { get; } = [];

    public Dictionary<string, string> Documents { get; } = [];

    public ImportCounts? Sealed { get; private set; }

    public WorkspaceSettings Settings { get; private set; } = new("UTC", 0);

    public IEnumerable<StoredFact> Of(FactKind kind) => Facts.Where(fact => fact.Fact.Kind == kind);

    public string KeyOf(StoredFact fact) => Identities[fact.Identity].Key;

    public string ItemOf(StoredFact fact) => Terms[fact.Fact.Item];

    public void Save(WorkspaceSettings settings) => Settings = settings;

    public IImportSession BeginImport(ImportSource source) => new Session(this);

    public ILiveStore BeginLive() => throw new NotSupportedException();

    public IWorkspaceStore OpenReader() => throw new NotSupportedException();

    public long LastTransition => 0;

    public IReadOnlyList<TransitionRow> TransitionsAfter(long after, int most) => [];

    public ILiveRecords OpenRecords() => throw new NotSupportedException();

    public IImportSession BeginTrial() => throw new NotSupportedException();

    public HistoryBase Load(IProgress<double>? progress) => throw new NotSupportedException();

    public void SaveSnapshot(HistoryBase histories) => throw new NotSupportedException();

    public StoreCopy CopyTo(string folder) => throw new NotSupportedException();

    public IAccessStore OpenAccess() => throw new NotSupportedException();

    public IWebhookStore OpenWebhooks() => throw new NotSupportedException();

    public IBackupStore OpenBackups() => throw new NotSupportedException();

    public ISuppressionStore OpenSuppressions() => throw new NotSupportedException();

    public int FindSubject(string key) => throw new NotSupportedException();

    public IReadOnlyList<StoredDetail> DetailsOf(ReadOnlySpan<long> factIds) => throw new NotSupportedException();

    IReadOnlyList<StoredProduct> IWorkspaceStore.Products() => throw new NotSupportedException();

    public string? Document(string name) => Documents.GetValueOrDefault(name);

    public void SaveDocument(string name, string text) => Documents[name] = text;

    public void Dispose()
    {
    }

    private sealed class Session(MemoryStore store) : IImportSession
    {
        private readonly List<StoredFact> _staged = [];
        private readonly HashSet<UInt128> _ids = [];
        private readonly List<(long, string, string)> _quarantined = [];

        public long ResumedFacts => 0;

        public int IdentityOf(IdentityKind kind, ReadOnlySpan<char> key) => Number(store.Identities, (kind, key.ToString()));

        public bool Join(int identity, int other)
        {
            bool taken = store.Joins.Any(pair => pair.Item2 == other && pair.Item1 != identity && store.Identities[pair.Item1].Kind == store.Identities[identity].Kind);
            if (!taken)
            {
                store.Joins.Add((identity, other));
            }

            return !taken;
        }

        public int TermOf(ReadOnlySpan<char> text) => text.IsEmpty ? 0 : Number(store.Terms, text.ToString());

        public FactKind CustomKindOf(string name) => FactKind.FirstCustom + (ushort)Number(store.Kinds, name);

        public void Product(int product, int category, string? detail) => store.Products[store.Terms[product]] = (store.Terms[category], detail);

        public bool Knows(UInt128 messageId) => store._known.Contains(messageId);

        public IReadOnlyDictionary<(int Identity, int Link), KnownOrder> KnownOrders(IReadOnlySet<(int Identity, int Link)> orders) => store.Facts
            .Where(fact => orders.Contains((fact.Identity, fact.Link)))
            .GroupBy(fact => (fact.Identity, fact.Link))
            .ToDictionary(facts => facts.Key, facts => new KnownOrder(
                facts.Count(fact => fact.Fact.Kind == FactKind.Order),
                facts.First().Fact.Currency,
                facts.Where(fact => fact.Fact.Kind == FactKind.Order).Sum(fact => fact.Fact.Value),
                facts.Where(fact => fact.Fact.Kind == FactKind.OrderAdjusted).Sum(fact => fact.Fact.Value),
                facts.Where(fact => fact.Fact.Kind == FactKind.Refund).Sum(fact => fact.Fact.Value)));

        public void Add(in StoredFact fact)
        {
            Assert.False(Knows(fact.MessageId));
            Assert.True(_ids.Add(fact.MessageId), "the same message id twice in one session");
            _staged.Add(fact);
        }

        public void Quarantine(long line, string reason, string raw) => _quarantined.Add((line, reason, raw));

        public void Seal(ImportCounts counts)
        {
            store.Facts.AddRange(_staged);
            store._known.UnionWith(_ids);
            store.Quarantined.AddRange(_quarantined);
            store.Sealed = counts;
            byte currency = store.Settings.Currency != 0 ? store.Settings.Currency : _staged.Select(fact => fact.Fact.Currency).FirstOrDefault(code => code != 0);
            store.Settings = store.Settings with { Currency = currency };
        }

        public void Abandon() => _staged.Clear();

        public void Dispose()
        {
        }

        private int Number<T>(List<T> list, T value)
            where T : notnull
        {
            if (!store._numbers.TryGetValue((list, value), out int at))
            {
                at = list.Count;
                list.Add(value);
                store._numbers[(list, value)] = at;
            }

            return at;
        }
    }
}
