using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Experiments;

/// <summary>Reads the draws of campaigns from a base.</summary>
public static class Assignments
{
    /// <summary>
    /// The draws of the campaigns that have a control arm, by subject. A subject drawn again in the same campaign keeps its first arm. Empty when no campaign has one.
    /// </summary>
    /// <param name="histories">The base.</param>
    /// <param name="type">Whose draws: an account's history also holds those of its stakeholders, which are theirs.</param>
    /// <param name="until">The last instant looked at.</param>
    public static ImmutableArray<Assignment> Of(HistoryBase histories, SubjectType type, Instant until)
    {
        if (!histories.Vocabulary.TryFind(Arms.Control, out int control))
        {
            return [];
        }

        var draws = new List<Assignment>();
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            if (histories.Subjects.TypeOf(subject) == type)
            {
                Read(histories[subject].Until(until), subject, control, draws);
            }
        }

        HashSet<int> withControl = [.. draws.Where(draw => !draw.IsTreated).Select(draw => draw.Campaign)];
        return [.. draws.Where(draw => withControl.Contains(draw.Campaign))];
    }

    private static void Read(History history, int subject, int control, List<Assignment> draws)
    {
        int first = draws.Count;
        foreach (ref readonly Fact fact in history.Facts)
        {
            int campaign = fact.Item;
            if (fact.Kind == FactKind.Assignment && draws.FindIndex(first, draw => draw.Campaign == campaign) < 0)
            {
                draws.Add(new Assignment(subject, campaign, fact.At, fact.Value != control));
            }
        }
    }
}
