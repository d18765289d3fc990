using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Rhythm;

/// <summary>How often a threshold was wrong: of those it declared inactive, who ordered again.</summary>
/// <param name="Declared">Customers whose silence reached the threshold with at least 180 days left before the cut; each counts once, by the first time.</param>
/// <param name="CameBack">Those of them who ordered again within 180 days of that moment.</param>
public readonly record struct ComeBack(long Declared, long CameBack)
{
    /// <summary>For how long a return is waited for, in days.</summary>
    public const int Days = 180;

    /// <summary>The share who came back; NaN when nobody was declared inactive.</summary>
    public double Share => Declared == 0 ? double.NaN : (double)CameBack / Declared;

    /// <summary>Wilson's 95 % interval of the share (Wilson 1927); from 0 to 1 when nobody was declared inactive.</summary>
    public (double Low, double High) Interval => Intervals.Wilson(CameBack, Declared);

    /// <summary>Counts them as known at a date.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The date: later facts are not known.</param>
    /// <param name="threshold">The silence that declares a customer inactive.</param>
    /// <param name="category">A category's term: silence between orders with a line of that category; 0 for all orders.</param>
    public static ComeBack At(HistoryBase histories, Instant cut, Period threshold, int category = 0)
    {
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || cut < span.First)
        {
            return default;
        }

        var days = new LocalDays(histories.Calendar, span.First, cut < span.Last ? cut : span.Last);
        long[] counts = SubjectRanges.Count(histories.SubjectCount, 2, (partial, from, to) =>
        {
            var reader = new PurchaseDays(days, histories.Vocabulary, category);
            for (int subject = from; subject < to; subject++)
            {
                reader.Read(histories[subject].Until(cut));
                Count(partial, reader, histories.Calendar, cut, threshold);
            }
        });
        return new(counts[0], counts[1]);
    }

    private static void Count(long[] counts, PurchaseDays reader, Calendar calendar, Instant cut, Period threshold)
    {
        ReadOnlySpan<int> days = reader.Days;
        int shortest = (int)Math.Floor(threshold.ApproximateDays) - (threshold.Months == 0 ? 1 : 3); // months have 28 to 31 days, and clocks change
        for (int i = 0; i < days.Length; i++)
        {
            if (i + 1 < days.Length && days[i + 1] - days[i] < shortest)
            {
                continue;
            }

            // Silence counts from the day's last order.
            Instant declared = calendar.Add(reader.LastAt[i], threshold);
            Instant waited = calendar.Add(declared, Period.OfDays(Days));
            if (waited > cut)
            {
                return;
            }

            if (i + 1 == days.Length || reader.FirstAt[i + 1] > declared)
            {
                counts[0]++;
                counts[1] += i + 1 < days.Length && reader.FirstAt[i + 1] < waited ? 1 : 0;
                return;
            }
        }
    }
}
