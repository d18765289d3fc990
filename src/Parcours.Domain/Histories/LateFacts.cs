using System.Runtime.InteropServices;
using Parcours.Domain.Time;

namespace Parcours.Domain.Histories;

/// <summary>Facts that come after a history was built: put in as if they had always been there.</summary>
public static class LateFacts
{
    /// <summary>Puts facts into the history of their subject.</summary>
    /// <param name="known">The history, in the order of facts; message hashes need not be known. Changed.</param>
    /// <param name="added">The new facts, in any order, with their message hashes. Changed.</param>
    /// <param name="originOf">The origin of a fact, by its store sequence.</param>
    /// <param name="merged">Where the history goes.</param>
    public static void Merge(List<FactRow> known, List<FactRow> added, Func<long, FactOrigin> originOf, List<FactRow> merged)
    {
        Instant before = FirstDated(known);
        Instant first = before <= FirstDated(added) ? before : FirstDated(added);
        if (first < before)
        {
            // What is undated holds from an earlier instant now: it is placed anew, among facts it was not compared with.
            foreach (FactRow row in known.Where(row => UndatedFacts.IsUndated(row.Fact)))
            {
                added.Add(row with { MessageHash = originOf(row.FactId).MessageHash });
            }

            known.RemoveAll(row => UndatedFacts.IsUndated(row.Fact));
        }

        if (first != Instant.Never)
        {
            foreach (ref FactRow row in CollectionsMarshal.AsSpan(added))
            {
                row = UndatedFacts.IsUndated(row.Fact) ? row with { Fact = row.Fact with { At = first } } : row;
            }
        }

        added.Sort();
        FactRuns.Merge(known, added, originOf, merged);
    }

    private static Instant FirstDated(List<FactRow> rows)
    {
        Instant first = Instant.Never;
        foreach (ref readonly FactRow row in CollectionsMarshal.AsSpan(rows))
        {
            if (row.Fact.At < first && !UndatedFacts.IsUndated(row.Fact))
            {
                first = row.Fact.At;
            }
        }

        return first;
    }
}
