using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>
/// An import into a workspace that messages come into: what the file says is handed to the writing thread in parts of some thousand facts, between the messages, each with the
/// account of its lines. Facts carry their message ids, and lines are read in the same order each time: an import that is broken off and run again stores what was missing and
/// nothing twice, and counts each line once. Used from one thread.
/// </summary>
/// <param name="live">The workspace.</param>
/// <param name="known">Answers what the workspace holds; it stores nothing.</param>
/// <param name="now">When it is imported.</param>
/// <param name="number">The number that its lines are accounted under.</param>
/// <param name="accounted">What an earlier run of it, broken off, accounted already.</param>
public sealed class LiveImport(LiveWorkspace live, IImportSession known, Instant now, int number, IntakeCounts accounted) : IImportSession
{
    private const int AtOnce = 10_000;
    private const int MostAtOnce = 4 * AtOnce;
    private const string Reason = "import";

    private readonly long _lastFact = live.LastFact;
    private readonly long _before = accounted.Received;
    private readonly Dictionary<int, (IdentityKind Kind, string Key)> _identities = [];
    private readonly Dictionary<int, int> _numbers = [];
    private readonly HashSet<(int Identity, int Link)> _orders = []; // those it brought
    private readonly List<int> _newIdentities = [];
    private readonly List<(int Identity, int Other)> _joins = [];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [string.Empty];
    private readonly List<string> _kinds = [];
    private readonly List<(int Product, int Category, string? Detail)> _products = [];
    private readonly List<StoredFact> _facts = [];
    private IntakeCounts _counts;   // of the lines of the part in hand
    private long _lines;            // read so far

    /// <summary>The account of its lines, those of the runs before included.</summary>
    public IntakeCounts Accounted { get; private set; } = accounted;

    /// <summary>Facts that were handed over: they are in the base.</summary>
    public long HandedOver { get; private set; }

    /// <inheritdoc/>
    public long ResumedFacts => 0;

    /// <inheritdoc/>
    public ErasedKeys Erased => known.Erased;

    /// <inheritdoc/>
    public int IdentityOf(IdentityKind kind, ReadOnlySpan<char> key)
    {
        int identity = known.IdentityOf(kind, key);
        ref (IdentityKind, string) named = ref CollectionsMarshal.GetValueRefOrAddDefault(_identities, identity, out bool isKnown);
        if (!isKnown)
        {
            named = (kind, key.ToString());
            _newIdentities.Add(identity);
        }

        return identity;
    }

    /// <inheritdoc/>
    public bool Join(int identity, int other)
    {
        bool joined = known.Join(identity, other);
        if (joined)
        {
            _joins.Add((identity, other));
        }

        return joined;
    }

    /// <inheritdoc/>
    public int TermOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        if (!_terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int term))
        {
            string copy = text.ToString();
            term = _texts.Count;
            _texts.Add(copy);
            _terms.Add(copy, term);
        }

        return term;
    }

    /// <inheritdoc/>
    public FactKind CustomKindOf(string name)
    {
        int at = _kinds.IndexOf(name);
        if (at < 0)
        {
            at = _kinds.Count;
            _kinds.Add(name);
        }

        return FactKind.FirstCustom + (ushort)at;
    }

    /// <inheritdoc/>
    public void Product(int product, int category, string? detail) => _products.Add((product, category, detail));

    /// <inheritdoc/>
    public bool Knows(UInt128 messageId) => known.Knows(messageId);

    /// <inheritdoc/>
    public IReadOnlyDictionary<(int Identity, int Link), KnownOrder> KnownOrders(IReadOnlySet<(int Identity, int Link)> orders) => known.KnownOrders(orders);

    /// <inheritdoc/>
    public ToldOrder? ToldOf(int identity, int link) => known.ToldOf(identity, link);

    /// <inheritdoc/>
    /// <exception cref="LiveRefusedException">The workspace refused; what was handed over before stays.</exception>
    public void Add(in StoredFact fact)
    {
        _facts.Add(fact);
        if (_facts.Count >= MostAtOnce)
        {
            Hand(); // all lines were read: orders and totals come last
        }
    }

    /// <inheritdoc/>
    public void Line(bool isNew) => Count(isNew ? new IntakeCounts(1, 1, 0, 0) : new IntakeCounts(1, 0, 1, 0));

    /// <inheritdoc/>
    public void LineIsNew() => _counts += new IntakeCounts(0, 1, -1, 0);

    /// <inheritdoc/>
    public void Quarantine(long line, string reason, string raw) => Count(new IntakeCounts(1, 0, 0, 1)); // the file of lines put aside is the importer's

    /// <inheritdoc/>
    public void Seal(ImportCounts counts) => Hand();

    /// <inheritdoc/>
    public void Abandon() => _facts.Clear();

    /// <inheritdoc/>
    public void Dispose() => known.Dispose();

    // A part ends where a line ends, so that its facts and its account are one.
    private void Count(IntakeCounts line)
    {
        _counts += ++_lines > _before ? line : default;
        if (_facts.Count + _joins.Count + _newIdentities.Count + _products.Count >= AtOnce)
        {
            Hand();
        }
    }

    private void Hand()
    {
        live.Stage(Take).GetAwaiter().GetResult();
        HandedOver += _facts.Count;
        Accounted += _counts;
        _counts = default;
        _newIdentities.Clear();
        _joins.Clear();
        _products.Clear();
        _facts.Clear();
    }

    /// <summary>Turns the numbers of the file into those of the workspace, on the writing thread.</summary>
    private int Take(LiveBatch batch, IdentityGraph graph)
    {
        foreach (int identity in _newIdentities.Where(identity => !IsErased(batch, identity)))
        {
            IdentityOf(graph, identity);
        }

        foreach ((int one, int two) in _joins.Where(join => !IsErased(batch, join.Identity) && !IsErased(batch, join.Other)))
        {
            int identity = IdentityOf(graph, one);
            int other = IdentityOf(graph, two);
            if (graph.PlaceOf(identity) != graph.PlaceOf(other) && !graph.AreParted(identity, other) && MayBeOne(graph, identity, other))
            {
                graph.Join(identity, other, now, Reason, Trust.Company);
            }
        }

        foreach ((int product, int category, string? detail) in _products)
        {
            batch.Words.Product(Term(batch, product), Term(batch, category), detail, isPublic: false);
        }

        foreach (ref readonly StoredFact stored in CollectionsMarshal.AsSpan(_facts))
        {
            if (!IsErased(batch, stored.Identity) && (stored.Extra.Actor < 0 || !IsErased(batch, stored.Extra.Actor)))
            {
                Take(batch, graph, stored);
            }
        }

        if (_counts != default)
        {
            batch.Account(number, now, _counts);
        }

        return _facts.Count;
    }

    private void Take(LiveBatch batch, IdentityGraph graph, in StoredFact stored)
    {
        Fact fact = stored.Fact;
        FactKind kind = fact.Kind >= FactKind.FirstCustom ? batch.Words.Kind(_kinds[fact.Kind - FactKind.FirstCustom]) : fact.Kind;
        int identity = IdentityOf(graph, stored.Identity);
        if (kind == FactKind.None)
        {
            return; // the workspace has all the kinds of its own that it may have
        }

        fact = fact with
        {
            Kind = kind,
            Item = Term(batch, fact.Item),
            Value = FactKinds.HasTermValue(kind) ? Term(batch, (int)fact.Value) : fact.Value,
        };
        Extra extra = stored.Extra.Actor < 0 ? stored.Extra : stored.Extra with { Actor = IdentityOf(graph, stored.Extra.Actor) };
        if (Rest(batch, identity, stored.Link, fact) is { } rest)
        {
            batch.Take(stored with { Identity = identity, Fact = rest, Extra = extra });
        }
    }

    /// <summary>What is left of a fact when messages told its order while the file was read; null for nothing.</summary>
    private Fact? Rest(LiveBatch batch, int identity, int link, in Fact fact)
    {
        if (link == 0 || fact.Kind is not (FactKind.Order or FactKind.OrderLine or FactKind.CouponUsed) || _orders.Contains((identity, link)))
        {
            return fact;
        }

        if (batch.ToldSince(identity, link, _lastFact) is { } value)
        {
            return fact.Kind == FactKind.Order && fact.Value != value ? fact with { Kind = FactKind.OrderAdjusted, Value = fact.Value - value } : null;
        }

        if (fact.Kind == FactKind.Order)
        {
            _orders.Add((identity, link));
        }

        return fact;
    }

    private int Term(LiveBatch batch, int term) => term == 0 ? 0 : batch.Words.Term(_texts[term]);

    // Who was erased while the file was read.
    private bool IsErased(LiveBatch batch, int identity) => _identities[identity] is var (kind, key) && batch.IsErased(kind, key);

    private int IdentityOf(IdentityGraph graph, int identity)
    {
        (IdentityKind kind, string key) = _identities[identity];

        // After a fault the graph is another one: a number it does not know, or gives to another key, is asked for again.
        if (_numbers.TryGetValue(identity, out int known) && known < graph.Count && graph[known] == (kind, key))
        {
            return known;
        }

        int found = graph.Find(kind, key);
        return _numbers[identity] = found >= 0 ? found : graph.Create(kind, key);
    }

    /// <summary>As imports join: never two people with a key each of one kind, never an account and a person.</summary>
    private static bool MayBeOne(IdentityGraph graph, int identity, int other)
    {
        IdentityKind[] kinds = KindsOf(graph, identity);
        IdentityKind[] others = KindsOf(graph, other);
        return !kinds.Intersect(others).Any() && kinds.Contains(IdentityKind.Account) == others.Contains(IdentityKind.Account);
    }

    private static IdentityKind[] KindsOf(IdentityGraph graph, int identity) => [.. graph.MembersOf(graph.PlaceOf(identity)).Select(member => graph[member].Kind)];
}
