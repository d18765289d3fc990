using System.Runtime.InteropServices;

namespace Parcours.Domain.Histories;

/// <summary>Histories when identities change hands: a merge puts two people's facts together, an undone merge takes them apart, without any fact being rewritten.</summary>
public static class Regrouping
{
    /// <summary>The history of one subject from the facts of several places.</summary>
    /// <param name="parts">Each in the order of facts.</param>
    /// <param name="originOf">The origin of a fact, by its store sequence.</param>
    public static Segment Merge(IEnumerable<List<FactRow>> parts, Func<long, FactOrigin> originOf)
    {
        List<FactRow> run = [];
        List<FactRow> undated = [];
        foreach (List<FactRow> part in parts)
        {
            foreach (FactRow row in part.Where(row => UndatedFacts.IsUndated(row.Fact)))
            {
                FactOrigin origin = originOf(row.FactId);
                undated.Add(row with { Fact = row.Fact with { At = origin.At }, MessageHash = origin.MessageHash });
            }

            List<FactRow> dated = part.FindAll(row => !UndatedFacts.IsUndated(row.Fact));
            var merged = new List<FactRow>();
            FactRuns.Merge(run, dated, originOf, merged);
            run = merged;
        }

        var all = new List<FactRow>();
        LateFacts.Merge(run, undated, originOf, all);
        return Segment.OfOrdered(CollectionsMarshal.AsSpan(all));
    }
}
