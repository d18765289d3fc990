using System.Runtime.InteropServices;
using Parcours.Domain.Accounts;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Live;

/// <summary>Puts a committed transaction into the base: only the touched subjects' histories are built anew. Used from one thread.</summary>
internal sealed class LiveHistories(ILiveStore store, IdentityGraph graph, MembershipIndex members)
{
    /// <summary>Whether an account's history holds facts of a customer.</summary>
    public bool IsStakeholder(int place) => members.IsStakeholder(place);

    /// <summary>The base after a transaction.</summary>
    /// <param name="before">The base before it.</param>
    /// <param name="batch">The transaction.</param>
    /// <param name="firstFact">The number of its first fact.</param>
    /// <param name="touched">Filled with the subjects whose histories or names changed, and the latest instant of the facts that came; never for a merge.</param>
    /// <param name="earliest">The earliest instant that something changed at.</param>
    public HistoryBase Apply(HistoryBase before, LiveBatch batch, long firstFact, Dictionary<int, Instant> touched, out Instant earliest)
    {
        earliest = Instant.Never;
        (int firstNew, IReadOnlyCollection<(int Identity, int Before, int Now)> moves) = graph.Take();
        Vocabulary words = before.Vocabulary.With(batch.Commit.Terms, batch.Commit.Kinds, batch.Words.Categories);
        var regroup = new Regroup([.. moves.Select(move => (move.Before, move.Now))]);
        HistoryBase histories = before.Currency == 0 && batch.Commit.Currency != 0 ? before.In(batch.Commit.Currency) : before;
        if (moves.Any(move => move.Before >= 0 && move.Before != move.Now))
        {
            List<KeyValuePair<int, Segment>> regrouped = regroup.Build(histories, fact => graph.PlaceOf(store.IdentityOf(fact)), store.OriginOf);
            regrouped.ForEach(history => touched[history.Key] = Instant.Never);
            earliest = EarliestMoved(histories, regrouped);
            histories = histories.With(regrouped, histories.Subjects, words);
        }

        var added = new Dictionary<int, List<FactRow>>();
        for (int i = 0; i < batch.Facts.Count; i++)
        {
            int place = graph.PlaceOf(batch.Facts[i].Identity);
            earliest = batch.Facts[i].Fact.At < earliest ? batch.Facts[i].Fact.At : earliest;
            ref List<FactRow>? rows = ref CollectionsMarshal.GetValueRefOrAddDefault(added, place, out _);
            (rows ??= []).Add(batch.Facts[i].ToRow(firstFact + i, graph.PlaceOf));
        }

        List<KeyValuePair<int, SubjectName>> renamed = Names(firstNew, moves);
        renamed.ForEach(name => touched.TryAdd(name.Key, Instant.Beginning));
        Subjects names = histories.Subjects.With(renamed);
        var grown = new List<KeyValuePair<int, Segment>>(added.Count);
        foreach ((int place, List<FactRow> rows) in added)
        {
            Instant latest = rows.Max(row => row.Fact.At);
            touched[place] = touched.TryGetValue(place, out Instant other) && other > latest ? other : latest;
            grown.Add(KeyValuePair.Create(place, Grown(histories, place, rows)));
        }

        histories = histories.With(LiveProperties.Grown(histories.Properties, words, batch.Facts, firstFact)).With(grown, names, words);
        List<KeyValuePair<int, Segment>> accounts = AccountHistories.Build(histories, members, touched.Keys, regroup.PlacesOf, store.OriginOf);
        Instant newest = touched.Values.DefaultIfEmpty(Instant.Beginning).Max();
        accounts.ForEach(account => touched[account.Key] = newest);
        return histories.With(accounts, names, words);
    }

    /// <summary>The first order of the people who have more or fewer orders now: a device without one changes nothing of what the base is like.</summary>
    private static Instant EarliestMoved(HistoryBase before, List<KeyValuePair<int, Segment>> regrouped)
    {
        Instant earliest = Instant.Never;
        foreach ((int place, Segment segment) in regrouped)
        {
            ReadOnlySpan<Fact> facts = segment[0].Facts;
            int orders = 0;
            Instant first = Instant.Never;
            foreach (ref readonly Fact fact in facts)
            {
                if (fact.Kind == FactKind.Order)
                {
                    first = orders++ == 0 ? fact.At : first;
                }
            }

            int ordersBefore = 0;
            foreach (ref readonly Fact fact in place < before.SubjectCount ? before[place].Facts : [])
            {
                ordersBefore += fact.Kind == FactKind.Order ? 1 : 0;
            }

            earliest = orders > 0 && orders != ordersBefore && first < earliest ? first : earliest;
        }

        return earliest;
    }

    private Segment Grown(HistoryBase histories, int place, List<FactRow> rows)
    {
        var known = new List<FactRow>();
        if (place < histories.SubjectCount)
        {
            histories[place].CopyRowsTo(known);
        }

        var merged = new List<FactRow>(known.Count + rows.Count);
        LateFacts.Merge(known, rows, store.OriginOf, merged);
        return Segment.OfOrdered(CollectionsMarshal.AsSpan(merged));
    }

    /// <summary>The names of new subjects, and of those an identity left or joined; a place that was left empty has no name.</summary>
    private List<KeyValuePair<int, SubjectName>> Names(int firstNew, IEnumerable<(int Identity, int Before, int Now)> moves)
    {
        var places = new SortedSet<int>(Enumerable.Range(firstNew, graph.Count - firstNew));
        foreach ((_, int before, int now) in moves)
        {
            places.Add(now);
            if (before >= 0)
            {
                places.Add(before);
            }
        }

        return [.. places.Select(place => KeyValuePair.Create(place, NameOf(place)))];
    }

    private SubjectName NameOf(int place)
    {
        if (graph.PlaceOf(place) != place)
        {
            return SubjectName.Of(string.Empty, SubjectType.Customer);
        }

        (IdentityKind kind, string key) = graph.NameOf(place);
        return SubjectName.Of(key, kind == IdentityKind.Account ? SubjectType.Account : SubjectType.Customer);
    }
}
