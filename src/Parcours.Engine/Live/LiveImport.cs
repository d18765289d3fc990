using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>
/// An import into a workspace that messages come into: what the file says is gathered in memory, and handed to the writing thread at the end, some thousand facts a
/// transaction, between the messages. Facts carry their message ids: an import that is broken off and run again stores what was missing and nothing twice. Used from one thread.
/// </summary>
/// <param name="live">The workspace.</param>
/// <param name="known">Answers what the workspace holds; it stores nothing.</param>
/// <param name="now">When it is imported.</param>
/// <param name="mostFacts">The most facts that are gathered; 1 or more.</param>
public sealed class LiveImport(LiveWorkspace live, IImportSession known, Instant now, int mostFacts) : IImportSession
{
    private const int AtOnce = 10_000;
    private const string Reason = "import";

    private readonly Dictionary<int, (IdentityKind Kind, string Key)> _identities = [];
    private readonly List<(int Identity, int Other)> _joins = [];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [string.Empty];
    private readonly List<string> _kinds = [];
    private readonly List<(int Product, int Category, string? Detail)> _products = [];
    private readonly List<StoredFact> _facts = [];

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
    /// <exception cref="ImportTooLargeException">There are more facts than may be gathered.</exception>
    public void Add(in StoredFact fact)
    {
        if (_facts.Count >= mostFacts)
        {
            throw new ImportTooLargeException(mostFacts);
        }

        _facts.Add(fact);
    }

    /// <inheritdoc/>
    public void Quarantine(long line, string reason, string raw)
    {
        // The file of lines put aside is the importer's.
    }

    /// <inheritdoc/>
    public void Seal(ImportCounts counts)
    {
        var handing = new Handing(this);
        int[] identities = [.. _identities.Keys.Order()];
        InParts(identities.Length, (from, to) => live.Stage((batch, graph) => handing.Identities(batch, graph, identities.AsSpan(from..to))));
        InParts(_joins.Count, (from, to) => live.Stage((batch, graph) => handing.Join(batch, graph, from, to)));
        InParts(_products.Count, (from, to) => live.Stage((batch, _) => handing.Products(batch, from, to)));
        InParts(_facts.Count, (from, to) => live.Stage((batch, graph) => handing.Facts(batch, graph, from, to)));
    }

    /// <inheritdoc/>
    public void Abandon() => _facts.Clear();

    /// <inheritdoc/>
    public void Dispose() => known.Dispose();

    // Messages wait for a part, not for the file.
    private static void InParts(int count, Func<int, int, Task<int>> hand)
    {
        for (int from = 0; from < count; from += AtOnce)
        {
            hand(from, Math.Min(count, from + AtOnce)).GetAwaiter().GetResult();
        }
    }

    /// <summary>Turns the numbers of the file into those of the workspace, on the writing thread.</summary>
    private sealed class Handing(LiveImport import)
    {
        private readonly Dictionary<int, int> _identities = [];

        public int Identities(LiveBatch batch, IdentityGraph graph, ReadOnlySpan<int> identities)
        {
            foreach (int identity in identities)
            {
                if (!IsErased(batch, identity))
                {
                    IdentityOf(graph, identity);
                }
            }

            return identities.Length;
        }

        public int Join(LiveBatch batch, IdentityGraph graph, int from, int to)
        {
            foreach ((int one, int two) in CollectionsMarshal.AsSpan(import._joins)[from..to])
            {
                if (IsErased(batch, one) || IsErased(batch, two))
                {
                    continue;
                }

                int identity = IdentityOf(graph, one);
                int other = IdentityOf(graph, two);
                if (graph.PlaceOf(identity) != graph.PlaceOf(other) && !graph.AreParted(identity, other) && MayBeOne(graph, identity, other))
                {
                    graph.Join(identity, other, import.Now, Reason, Trust.Company);
                }
            }

            return to - from;
        }

        public int Products(LiveBatch batch, int from, int to)
        {
            foreach ((int product, int category, string? detail) in CollectionsMarshal.AsSpan(import._products)[from..to])
            {
                batch.Words.Product(Term(batch, product), Term(batch, category), detail, isPublic: false);
            }

            return to - from;
        }

        public int Facts(LiveBatch batch, IdentityGraph graph, int from, int to)
        {
            foreach (ref readonly StoredFact stored in CollectionsMarshal.AsSpan(import._facts)[from..to])
            {
                if (IsErased(batch, stored.Identity) || (stored.Extra.Actor >= 0 && IsErased(batch, stored.Extra.Actor)))
                {
                    continue;
                }

                Fact fact = stored.Fact;
                FactKind kind = fact.Kind >= FactKind.FirstCustom ? batch.Words.Kind(import._kinds[fact.Kind - FactKind.FirstCustom]) : fact.Kind;
                if (kind == FactKind.None)
                {
                    continue; // the workspace has all the kinds of its own that it may have
                }

                fact = fact with
                {
                    Kind = kind,
                    Item = Term(batch, fact.Item),
                    Value = FactKinds.HasTermValue(kind) ? Term(batch, (int)fact.Value) : fact.Value,
                };
                Domain.Histories.Extra extra = stored.Extra.Actor < 0 ? stored.Extra : stored.Extra with { Actor = IdentityOf(graph, stored.Extra.Actor) };
                batch.Take(stored with { Identity = IdentityOf(graph, stored.Identity), Fact = fact, Extra = extra });
            }

            return to - from;
        }

        private int Term(LiveBatch batch, int term) => term == 0 ? 0 : batch.Words.Term(import._texts[term]);

        // Who was erased while the file was read.
        private bool IsErased(LiveBatch batch, int identity) => import._identities[identity] is var (kind, key) && batch.IsErased(kind, key);

        private int IdentityOf(IdentityGraph graph, int identity)
        {
            (IdentityKind kind, string key) = import._identities[identity];

            // After a fault the graph is another one: a number it does not know, or gives to another key, is asked for again.
            if (_identities.TryGetValue(identity, out int number) && number < graph.Count && graph[number] == (kind, key))
            {
                return number;
            }

            number = graph.Find(kind, key);
            number = number >= 0 ? number : graph.Create(kind, key);
            _identities[identity] = number;
            return number;
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

    private Instant Now => now;
}
