using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Indicators;

/// <summary>Orders and amounts of each local day of a range, as known at an instant. The sums are those of <see cref="Sales"/>, cut by day.</summary>
public sealed class DailySales
{
    private const int Columns = 3;

    private readonly int _firstDay;
    private readonly long[] _cells;

    private DailySales(int firstDay, long[] cells)
    {
        _firstDay = firstDay;
        _cells = cells;
    }

    /// <summary>Computes them in one pass.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included.</param>
    /// <param name="knownAt">Facts after it are not looked at, so that a past month reads as it did.</param>
    public static DailySales Compute(HistoryBase histories, DateOnly first, DateOnly last, Instant knownAt)
    {
        Calendar calendar = histories.Calendar;
        int firstDay = Calendar.DayOf(first);
        int days = Calendar.DayOf(last) - firstDay + 1;
        Instant from = calendar.StartOfDay(firstDay);
        Instant to = calendar.EndOfDay(firstDay + days - 1) is var end && end < knownAt ? end : knownAt;
        return new DailySales(firstDay, SubjectRanges.Count(histories.SubjectCount, Math.Max(0, days) * Columns, (cells, begin, finish) =>
        {
            var leftOut = new OrdersLeftOut();
            for (int subject = begin; subject < finish; subject++)
            {
                History history = histories[subject].Until(knownAt);
                if (!history.IsEmpty && history.Facts[^1].At >= from)
                {
                    Read(history, leftOut, cells);
                }
            }
        }));

        void Read(History history, OrdersLeftOut leftOut, long[] cells)
        {
            leftOut.Read(history);
            ReadOnlySpan<Fact> facts = history.Facts;
            for (int i = facts.Length - 1; i >= 0 && facts[i].At >= from; i--)
            {
                ref readonly Fact fact = ref facts[i];
                if (fact.At > to || fact.Kind is not (FactKind.Order or FactKind.OrderAdjusted or FactKind.Refund) || leftOut.IsCancelled(history.Links[i]))
                {
                    continue;
                }

                int cell = (calendar.DayOf(fact.At) - firstDay) * Columns;
                cells[cell] += fact.Kind == FactKind.Order && !leftOut.Has(history.Links[i]) ? 1 : 0;
                cells[cell + (fact.Kind == FactKind.Refund ? 2 : 1)] += fact.Currency == histories.Currency ? fact.Value : 0;
            }
        }
    }

    /// <summary>Orders that count, what was ordered and what was given back on a day, in minor units; zeros outside the range.</summary>
    public (long Orders, long Revenue, long Refunds) On(DateOnly day) =>
        Calendar.DayOf(day) - _firstDay is var at && at >= 0 && (at * Columns) < _cells.Length
            ? (_cells[at * Columns], _cells[(at * Columns) + 1], _cells[(at * Columns) + 2])
            : default;
}
