using Parcours.Domain.Time;

namespace Parcours.Domain.Histories;

/// <summary>When the first and the last fact of a base happened.</summary>
/// <param name="First">The first fact; <see cref="Instant.Never"/> when there is none.</param>
/// <param name="Last">The last fact; <see cref="Instant.Beginning"/> when there is none.</param>
public readonly record struct FactSpan(Instant First, Instant Last)
{
    /// <summary>Whether the base has no fact.</summary>
    public bool IsEmpty => First > Last;

    /// <summary>The span of a base.</summary>
    public static FactSpan Of(HistoryBase histories)
    {
        long[] ends = SubjectRanges.Fold(
            histories.SubjectCount,
            () => new[] { long.MaxValue, long.MinValue },
            (partial, from, to) =>
            {
                for (int subject = from; subject < to; subject++)
                {
                    History history = histories[subject];
                    if (!history.IsEmpty)
                    {
                        partial[0] = Math.Min(partial[0], history.Facts[0].At.Micros);
                        partial[1] = Math.Max(partial[1], history.Facts[^1].At.Micros);
                    }
                }
            },
            (into, partial) =>
            {
                into[0] = Math.Min(into[0], partial[0]);
                into[1] = Math.Max(into[1], partial[1]);
            });
        return new(new(ends[0]), new(ends[1]));
    }
}
