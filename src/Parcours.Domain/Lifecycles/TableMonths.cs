using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>
/// The months that have a table of their own: the first month of the base, and each one before which something happened since the last. After a month without any fact the table before it stays,
/// whether or not facts follow later: what comes after a date changes nothing of it.
/// </summary>
internal static class TableMonths
{
    /// <summary>The first instants of the months, in microseconds, in order.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="span">Its first and last fact; not empty.</param>
    public static long[] Of(HistoryBase histories, FactSpan span)
    {
        int from = histories.Calendar.UnitOf(span.First, CalendarUnit.Month);
        int to = histories.Calendar.UnitOf(span.Last, CalendarUnit.Month) + 1;
        long[] starts = [.. Enumerable.Range(from, to - from + 1).Select(month => histories.Calendar.StartOf(month, CalendarUnit.Month).Micros)];
        bool[] hasNews = new bool[starts.Length];
        hasNews[0] = true;
        SubjectRanges.Fold(
            histories.SubjectCount,
            () => hasNews, // one for all: a month is only ever marked, and once every one is nobody looks further
            (marked, first, last) =>
            {
                for (int subject = first; subject < last && marked.AsSpan().Contains(false); subject++)
                {
                    Note(histories[subject], starts, marked);
                }
            },
            (_, _) => { });
        return [.. starts.Where((_, month) => hasNews[month])];
    }

    /// <summary>Marks the months at whose first instant a fact of a history is new: it happened then or in the month before.</summary>
    private static void Note(History history, long[] starts, bool[] hasNews)
    {
        int month = 0;
        foreach (ref readonly Fact fact in history.Facts)
        {
            while (month < starts.Length && starts[month] < fact.At.Micros)
            {
                month++;
            }

            if (month == starts.Length)
            {
                return;
            }

            hasNews[month] = true;
        }
    }
}
