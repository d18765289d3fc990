using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Purchases;

/// <summary>The days on which customers bought, as known at a cut, counted as <see cref="PurchaseTable"/> counts them.</summary>
public static class PurchaseDates
{
    /// <summary>The local day numbers of one customer's purchases, ascending; empty without any.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="subject">The customer's index.</param>
    /// <param name="cut">The last instant that is known.</param>
    public static int[] Of(HistoryBase histories, int subject, Instant cut)
    {
        History history = histories[subject].Until(cut);
        if (history.IsEmpty)
        {
            return [];
        }

        var reader = new DaySpends(new LocalDays(histories.Calendar, history.Facts[0].At, cut), histories.Currency);
        reader.Read(history);
        return [.. reader.Days.ToArray().Select(bought => bought.Day)];
    }

    /// <summary>How many repeat purchases were made on each day, by the customers whose first came by a day. One parallel pass.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The last instant that is known.</param>
    /// <param name="firstDay">The local day number of the first count.</param>
    /// <param name="knownBy">The local day number by which a customer must have bought to count.</param>
    /// <returns>One count a day, the cut's day included; empty when the cut is before the first day.</returns>
    public static long[] RepeatsByDay(HistoryBase histories, Instant cut, int firstDay, int knownBy)
    {
        int count = Math.Max(0, histories.Calendar.DayOf(cut) - firstDay + 1);
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || count == 0)
        {
            return new long[count];
        }

        var days = new LocalDays(histories.Calendar, span.First, span.Last);
        return SubjectRanges.Count(histories.SubjectCount, count, (counts, from, to) =>
        {
            var reader = new DaySpends(days, histories.Currency);
            for (int subject = from; subject < to; subject++)
            {
                reader.Read(histories[subject].Until(cut));
                ReadOnlySpan<DaySpend> bought = reader.Days;
                for (int i = 1; i < bought.Length && bought[0].Day <= knownBy; i++)
                {
                    if (bought[i].Day >= firstDay)
                    {
                        counts[bought[i].Day - firstDay]++;
                    }
                }
            }
        });
    }
}
