using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Live;

/// <summary>Erases people from a live workspace. Used from the writing thread, between two transactions.</summary>
internal static class LiveErasure
{
    /// <summary>Erases them in the store, then in memory.</summary>
    /// <param name="state">The workspace before.</param>
    /// <param name="open">Opens the store anew, where the base is read again.</param>
    /// <param name="identities">An identity of each.</param>
    /// <param name="at">Now.</param>
    public static (LiveStanding State, LiveChange Change, ErasureOutcome Outcome) Do(
        LiveStanding state, Func<ILiveStore> open, IReadOnlyCollection<int> identities, Instant at)
    {
        int[] places = [.. identities.Where(identity => identity >= 0 && identity < state.Graph.Count).Select(state.Graph.PlaceOf)
            .Where(place => state.Histories.Subjects.TypeOf(place) == SubjectType.Customer).Distinct().Order()];
        ErasedKeys erased = state.Beginning.Erased;
        ErasurePlan plan = new ErasurePlanner(state.Histories, state.Graph, erased).Plan(places, at);
        ErasureOutcome outcome = state.Store.Erase(plan);
        erased.Add(plan.Hashes);
        state.Histories.Vocabulary.Forget(outcome.Terms);
        if (state.Histories.Subjects.HasAccounts && (plan.Acted.Count > 0 || places.Any(state.Applied.IsStakeholder)))
        {
            // Accounts hold facts of theirs that moved: all is read anew.
            state.Store.Dispose();
            var anew = LiveStanding.Open(open, null);
            return (anew, new LiveChange(anew.Histories, new Dictionary<int, Instant>(), anew.LastFact, Instant.Beginning), outcome);
        }

        HistoryBase histories = Without(state.Histories, places, plan);
        var touched = new Dictionary<int, Instant>();
        foreach (int place in places.Concat(plan.People.Select(person => person.Successor)))
        {
            touched[place] = Instant.Beginning; // nothing that this changes is announced
        }

        var after = state with { Histories = histories, Identities = state.Graph.Count };
        return (after, new LiveChange(histories, touched, state.LastFact, Instant.Never), outcome);
    }

    /// <summary>Takes the names of erased subjects out of transitions that were worked out before and are written now.</summary>
    public static void Unname(List<TransitionRow> rows, IdentityGraph graph)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            string empty = ErasedPerson.EmptyKeyOf(rows[i].Identity);
            if (graph[rows[i].Identity].Key == empty)
            {
                rows[i] = rows[i] with { Subject = empty };
            }
        }
    }

    private static HistoryBase Without(HistoryBase before, int[] places, ErasurePlan plan)
    {
        ILookup<int, FactRow> kept = plan.Kept.ToLookup(fact => fact.Identity, fact => fact.Row);
        var histories = places.Select(place => KeyValuePair.Create(place, Segment.OfOne([])))
            .Concat(plan.People.Select(person => KeyValuePair.Create(person.Successor, Segment.OfOne(kept[person.Successor])))).ToList();
        var names = plan.People.SelectMany(person => person.Identities.Select(identity => (identity, ErasedPerson.EmptyKeyOf(identity))).Append((person.Successor, person.SuccessorKey)))
            .Select(name => KeyValuePair.Create(name.Item1, SubjectName.Of(name.Item2, SubjectType.Customer))).ToList();
        HistoryBase after = before.With(histories, before.Subjects.With(names), before.Vocabulary);
        return after.With(after.Properties.Without(plan.Dropped.Concat(plan.Kept.Select(fact => fact.Row.FactId)).ToHashSet()));
    }
}
