using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Accounts;

/// <summary>
/// An account's history: its own facts, and its stakeholders' facts while they were members, each with the stakeholder as its actor.
/// What is the person's and not the company's stays out: attributes, and facts without a date.
/// </summary>
public static class AccountHistories
{
    /// <summary>Builds the histories of accounts anew.</summary>
    /// <param name="histories">A base whose customers' histories are complete; its accounts' may hold stakeholders' facts from before.</param>
    /// <param name="touched">The subjects with a change, so that only accounts it may matter to are built; null for all.</param>
    /// <param name="before">The base before the change; null when there was none.</param>
    /// <param name="originOf">The origin of a fact, by its store sequence.</param>
    /// <returns>A segment of one subject for each account built.</returns>
    public static List<KeyValuePair<int, Segment>> Build(
        HistoryBase histories, IReadOnlyCollection<int>? touched, HistoryBase? before, Func<long, FactOrigin> originOf)
    {
        if (AccountTerms.Of(histories) is not { } terms)
        {
            return [];
        }

        ILookup<int, Membership> members = Memberships.Of(histories, terms).ToLookup(membership => membership.Account);
        IEnumerable<int> accounts = touched is null ? AllOf(histories) : Concerned(histories, before, touched, members, terms);
        return [.. accounts.Select(account => KeyValuePair.Create(account, BuildOne(histories, account, members[account], originOf)))];
    }

    /// <summary>Builds the histories of accounts anew after a change of some subjects.</summary>
    /// <param name="histories">The base, changed but for its accounts.</param>
    /// <param name="members">Who belongs where; brought up to date here.</param>
    /// <param name="touched">The subjects that changed.</param>
    /// <param name="placesOf">Where the facts of a stakeholder are now, when merges moved them; null when nothing moved.</param>
    /// <param name="originOf">The origin of a fact, by its store sequence.</param>
    /// <returns>A segment of one subject for each account built.</returns>
    public static List<KeyValuePair<int, Segment>> Build(
        HistoryBase histories, MembershipIndex members, IReadOnlyCollection<int> touched, Func<int, IEnumerable<int>>? placesOf, Func<long, FactOrigin> originOf) =>
        [.. members.Update(histories, touched).Select(account => KeyValuePair.Create(account, BuildOne(histories, account, members.Of(account), originOf, placesOf)))];

    private static IEnumerable<int> AllOf(HistoryBase histories) =>
        Enumerable.Range(0, histories.SubjectCount).Where(subject => histories.Subjects.TypeOf(subject) == SubjectType.Account);

    private static SortedSet<int> Concerned(
        HistoryBase histories, HistoryBase? before, IReadOnlyCollection<int> touched, ILookup<int, Membership> members, AccountTerms terms)
    {
        var changed = touched.ToHashSet();
        var accounts = new SortedSet<int>(changed.Where(subject => histories.Subjects.TypeOf(subject) == SubjectType.Account));
        accounts.UnionWith(members.Where(account => account.Any(membership => changed.Contains(membership.Customer))).Select(account => account.Key));
        if (before is not null)
        {
            var earlier = new List<Membership>();
            foreach (int subject in changed.Where(subject => subject < before.SubjectCount))
            {
                Memberships.AddOf(before, subject, terms, earlier);
            }

            accounts.UnionWith(earlier.Select(membership => membership.Account));
        }

        return accounts;
    }

    private static Segment BuildOne(HistoryBase histories, int account, IEnumerable<Membership> members, Func<long, FactOrigin> originOf, Func<int, IEnumerable<int>>? placesOf = null)
    {
        List<FactRow> own = OwnFacts(histories, account, originOf, placesOf);
        List<FactRow> undated = own.FindAll(row => UndatedFacts.IsUndated(row.Fact));
        List<FactRow> run = own.FindAll(row => !UndatedFacts.IsUndated(row.Fact));
        foreach (Membership membership in members)
        {
            var merged = new List<FactRow>();
            FactRuns.Merge(run, FactsOf(histories, membership), originOf, merged);
            run = merged;
        }

        var all = new List<FactRow>();
        LateFacts.Merge(run, undated, originOf, all);
        return Segment.OfOrdered(CollectionsMarshal.AsSpan(all));
    }

    private static List<FactRow> OwnFacts(HistoryBase histories, int account, Func<long, FactOrigin> originOf, Func<int, IEnumerable<int>>? placesOf)
    {
        var rows = new List<FactRow>();
        histories[account].CopyRowsTo(rows);
        var brought = new HashSet<long>();
        foreach (int actor in rows.Select(row => row.Extra.Actor).Where(actor => actor >= 0).Distinct().ToList())
        {
            foreach (int place in placesOf?.Invoke(actor) ?? [actor])
            {
                brought.UnionWith(histories[place].FactIds.ToArray());
            }
        }

        rows.RemoveAll(row => brought.Contains(row.FactId));
        return rows.ConvertAll(row => UndatedFacts.IsUndated(row.Fact) ? AsStored(row, originOf(row.FactId)) : row);
    }

    private static FactRow AsStored(FactRow row, FactOrigin origin) =>
        row with { Fact = row.Fact with { At = origin.At }, MessageHash = origin.MessageHash };

    private static List<FactRow> FactsOf(HistoryBase histories, Membership membership)
    {
        var rows = new List<FactRow>();
        histories[membership.Customer].CopyRowsTo(rows);
        rows.RemoveAll(row => row.Fact.At < membership.From || row.Fact.At >= membership.To
            || row.Fact.Kind == FactKind.AttributeChanged || UndatedFacts.IsUndated(row.Fact));
        return rows.ConvertAll(row => row with { Extra = row.Extra with { Actor = membership.Customer } });
    }
}
