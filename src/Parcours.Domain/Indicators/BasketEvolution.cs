using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Indicators;

/// <summary>
/// Whose baskets grow, among the buyers of a window. A buyer's trend is the mean of the last three baskets over the mean of those before;
/// it needs four orders. Baskets are order totals, adjustments included, of orders that count and are in the base's currency.
/// </summary>
/// <param name="Rising">Buyers whose trend is 1.2 or more.</param>
/// <param name="Steady">Buyers whose trend lies between.</param>
/// <param name="Falling">Buyers whose trend is 1 / 1.2 or less.</param>
/// <param name="TooFew">Buyers with fewer than four orders, or with nothing paid before the last three.</param>
public sealed record BasketEvolution(long Rising, long Steady, long Falling, long TooFew)
{
    private const int LastBaskets = 3;
    private const double Threshold = 1.2;

    /// <summary>Buyers with a trend.</summary>
    public long Known => Rising + Steady + Falling;

    /// <summary>Computes it in one pass.</summary>
    public static BasketEvolution Compute(HistoryBase histories, Window window)
    {
        long[] counts = SubjectRanges.Count(histories.SubjectCount, 4, (partial, from, to) =>
        {
            var leftOut = new OrdersLeftOut();
            var baskets = new List<long>();
            for (int subject = from; subject < to; subject++)
            {
                History history = histories[subject].Until(window.To);
                if (Read(history, window, histories.Currency, leftOut, baskets))
                {
                    partial[PlaceOf(CollectionsMarshal.AsSpan(baskets))]++;
                }
            }
        });
        return new(counts[0], counts[1], counts[2], counts[3]);
    }

    private static bool Read(History history, Window window, byte currency, OrdersLeftOut leftOut, List<long> baskets)
    {
        baskets.Clear();
        leftOut.Read(history);
        bool bought = false;
        ReadOnlySpan<Fact> facts = history.Facts;
        ReadOnlySpan<int> links = history.Links;
        for (int i = 0; i < facts.Length; i++)
        {
            ref readonly Fact fact = ref facts[i];
            if (fact.Currency != currency || fact.Kind is not (FactKind.Order or FactKind.OrderAdjusted) || leftOut.Has(links[i]))
            {
                continue;
            }

            if (fact.Kind == FactKind.Order)
            {
                bought |= fact.At > window.After;
                baskets.Add(fact.Value);
            }
            else if (PlaceOf(links, facts, i, currency, leftOut) is >= 0 and var order)
            {
                baskets[order] += fact.Value;
            }
        }

        return bought;
    }

    // Which of the orders before it an adjustment changes, counted as the baskets are; -1 when its order is not known.
    private static int PlaceOf(ReadOnlySpan<int> links, ReadOnlySpan<Fact> facts, int adjusted, byte currency, OrdersLeftOut leftOut)
    {
        int place = 0;
        for (int i = 0; i < adjusted; i++)
        {
            if (facts[i].Kind == FactKind.Order && facts[i].Currency == currency && !leftOut.Has(links[i]))
            {
                if (links[i] == links[adjusted] && links[i] != 0)
                {
                    return place;
                }

                place++;
            }
        }

        return -1;
    }

    private static int PlaceOf(ReadOnlySpan<long> baskets)
    {
        if (baskets.Length <= LastBaskets)
        {
            return 3;
        }

        double before = Mean(baskets[..^LastBaskets]);
        double trend = Mean(baskets[^LastBaskets..]) / before;
        return before <= 0 ? 3 : trend >= Threshold ? 0 : trend <= 1 / Threshold ? 2 : 1;
    }

    private static double Mean(ReadOnlySpan<long> values)
    {
        long sum = 0;
        foreach (long value in values)
        {
            sum += value;
        }

        return (double)sum / values.Length;
    }
}
