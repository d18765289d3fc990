using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;

namespace Parcours.Engine.Customers;

/// <summary>Makes two customers one because somebody said so, and undoes it. No fact is rewritten.</summary>
public static class Merging
{
    private const string ByOperator = "operator";

    /// <summary>Makes the subjects of two keys one.</summary>
    /// <exception cref="AnswerException">They cannot be.</exception>
    public static Task<CustomerMerge> MergeAsync(LiveWorkspace live, string one, string other, Instant at) => live.Change((graph, _) =>
    {
        int first = IdentityOf(graph, one);
        int second = IdentityOf(graph, other);
        if (graph.PlaceOf(first) == graph.PlaceOf(second))
        {
            throw new AnswerException(MergeRefusal.Same(one, other));
        }

        if (IsAccount(graph, first) != IsAccount(graph, second))
        {
            throw new AnswerException(MergeRefusal.AccountAndPerson(one, other));
        }

        return CustomerMerge.Of(graph, graph.Join(first, second, at, ByOperator, Trust.Company));
    });

    /// <summary>Undoes a merge: its customer falls apart where nothing else holds it together.</summary>
    /// <param name="live">The workspace.</param>
    /// <param name="id">The merge's number.</param>
    /// <param name="at">When.</param>
    /// <param name="forGood">Whether messages may not join the two again.</param>
    /// <exception cref="AnswerException">There is no such merge.</exception>
    public static Task<CustomerMerge> UnmergeAsync(LiveWorkspace live, long id, Instant at, bool forGood) => live.Change((graph, _) =>
    {
        JoinRow join = graph.JoinOf(id) ?? throw new AnswerException(MergeRefusal.NoMerge(id));
        var merge = CustomerMerge.Of(graph, join);
        graph.Undo(join, at, ByOperator, forGood);
        return merge;
    });

    /// <summary>A merge that stands.</summary>
    /// <exception cref="AnswerException">There is no such merge.</exception>
    public static Task<CustomerMerge> FindAsync(LiveWorkspace live, long id) => live.Ask(graph =>
        CustomerMerge.Of(graph, graph.JoinOf(id) ?? throw new AnswerException(MergeRefusal.NoMerge(id))));

    private static int IdentityOf(IdentityGraph graph, string key) =>
        CustomerIdentity.IdentityOf(graph, key) is >= 0 and var identity ? identity : throw new AnswerException(MergeRefusal.Unknown(key));

    private static bool IsAccount(IdentityGraph graph, int identity) =>
        graph.MembersOf(graph.PlaceOf(identity)).Any(member => graph[member].Kind == IdentityKind.Account);
}
