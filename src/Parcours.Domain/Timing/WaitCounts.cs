using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Domain.Timing;

/// <summary>How long customers waited between one purchase day and the next: the n-th after the one before it. Several orders of one day count once.</summary>
/// <param name="Nth">Which order was waited for: 2 for the second.</param>
/// <param name="Ordered">How many ordered after so many days, by days up to <see cref="LongestDays"/>; index 0 is always 0.</param>
/// <param name="Waiting">How many were still without it after so many days at the cut; those beyond <see cref="LongestDays"/>, ordered or not, stand in the last place.</param>
public sealed record WaitCounts(int Nth, ImmutableArray<long> Ordered, ImmutableArray<long> Waiting)
{
    /// <summary>The longest wait told apart, in days.</summary>
    public const int LongestDays = 728;

    /// <summary>How many customers reached the order before.</summary>
    public long Customers => Ordered.Sum() + Waiting.Sum();

    /// <summary>Counts over a base.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">Later facts are not known.</param>
    /// <param name="nth">2 or more.</param>
    /// <param name="category">A category's term: orders with a line of it only; 0 for all orders.</param>
    public static WaitCounts Of(HistoryBase histories, Instant cut, int nth, int category = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 2);
        const int width = LongestDays + 1;
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || cut < span.First)
        {
            return new WaitCounts(nth, [.. new long[width]], [.. new long[width]]);
        }

        int last = histories.Calendar.DayOf(cut);
        var days = new LocalDays(histories.Calendar, span.First, cut < span.Last ? cut : span.Last);
        long[] counts = SubjectRanges.Count(histories.SubjectCount, 2 * width, (partial, from, to) =>
        {
            var reader = new PurchaseDays(days, histories.Vocabulary, category);
            for (int subject = from; subject < to; subject++)
            {
                reader.Read(histories[subject].Until(cut));
                if (reader.Days.Length < nth - 1)
                {
                    continue;
                }

                bool ordered = reader.Days.Length >= nth;
                int wait = (ordered ? reader.Days[nth - 1] : last) - reader.Days[nth - 2];
                partial[(ordered && wait <= LongestDays ? 0 : width) + Math.Min(wait, LongestDays)]++;
            }
        });
        return new WaitCounts(nth, [.. counts[..width]], [.. counts[width..]]);
    }
}
