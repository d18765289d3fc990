using Parcours.Domain.Histories;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Domain.Timing;

/// <summary>Reads what purchase days say of every customer.</summary>
public static class Buyers
{
    /// <summary>The customers with an order at a date, by subject.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="at">What is said is known at this date.</param>
    /// <param name="baseDays">The base's rhythm at that date, in days; above 0.</param>
    /// <param name="until">What came next is known at this later date; null when it is not asked.</param>
    /// <param name="category">A category's term: orders with a line of it only; 0 for all orders.</param>
    public static List<Buyer> At(HistoryBase histories, Instant at, double baseDays, Instant? until = null, int category = 0)
    {
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || at < span.First)
        {
            return [];
        }

        Instant end = until ?? at;
        int today = histories.Calendar.DayOf(at);
        var days = new LocalDays(histories.Calendar, span.First, end < span.Last ? end : span.Last);
        return SubjectRanges.Fold(histories.SubjectCount, () => new List<Buyer>(), (into, from, to) =>
        {
            var reader = new PurchaseDays(days, histories.Vocabulary, category);
            var gaps = new OwnGaps();
            for (int subject = from; subject < to; subject++)
            {
                reader.Read(histories[subject].Until(at));
                if (reader.Days.Length == 0)
                {
                    continue;
                }

                gaps.ReadFrom(reader.Days);
                var buyer = new Buyer(subject, reader.Days.Length, reader.Days[0], reader.Days[^1], OwnRhythm.Shrunk(gaps.Sorted, baseDays), null);
                into.Add(until is null ? buyer : buyer with { NextDay = NextOf(reader, histories[subject].Until(end), today) });
            }
        }, (into, other) => into.AddRange(other));
    }

    private static int? NextOf(PurchaseDays reader, History history, int today)
    {
        reader.Read(history);
        int place = reader.Days.BinarySearch(today + 1);
        place = place < 0 ? ~place : place;
        return place < reader.Days.Length ? reader.Days[place] : null;
    }
}
