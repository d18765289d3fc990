using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Purchases;

/// <summary>
/// What the products in the orders cost, where that is known: by customer, over the lines of orders that count by a cut. Amounts are minor units of the base's currency.
/// </summary>
/// <param name="Revenue">By subject: what the lines of products with a known cost came to.</param>
/// <param name="Cost">By subject: what those products cost.</param>
/// <param name="AllRevenue">What all lines came to, and all orders without a line: the share that is covered is that of <paramref name="Revenue"/> in it.</param>
public sealed record LineCosts(long[] Revenue, long[] Cost, long AllRevenue)
{
    /// <summary>Reads a base in one parallel pass.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The last instant that is known.</param>
    /// <param name="unitCosts">By term: what one unit of the product costs, in minor units; below 0 when not known. May be shorter than the dictionary.</param>
    public static LineCosts Compute(HistoryBase histories, Instant cut, long[] unitCosts)
    {
        var revenue = new long[histories.SubjectCount];
        var cost = new long[histories.SubjectCount];
        long[] all = SubjectRanges.Count(histories.SubjectCount, 1, (sum, from, to) =>
        {
            var leftOut = new OrdersLeftOut();
            for (int subject = from; subject < to; subject++)
            {
                History history = histories[subject].Until(cut);
                leftOut.Read(history);
                (revenue[subject], cost[subject], long whole) = Read(history, leftOut, histories.Currency, unitCosts);
                sum[0] += whole;
            }
        });
        return new LineCosts(revenue, cost, all[0]);
    }

    private static (long Revenue, long Cost, long All) Read(History history, OrdersLeftOut leftOut, byte currency, long[] unitCosts)
    {
        (long revenue, long cost, long lines, long orders) = (0, 0, 0, 0);
        ReadOnlySpan<Fact> facts = history.Facts;
        for (int i = 0; i < facts.Length; i++)
        {
            ref readonly Fact fact = ref facts[i];
            if (fact.Kind is not (FactKind.Order or FactKind.OrderLine) || fact.Currency != currency || leftOut.Has(history.Links[i]))
            {
                continue;
            }

            if (fact.Kind == FactKind.Order)
            {
                orders += fact.Value;
                continue;
            }

            lines += fact.Value;
            if ((uint)fact.Item < (uint)unitCosts.Length && unitCosts[fact.Item] >= 0)
            {
                revenue += fact.Value;
                cost += (long)Math.Round(unitCosts[fact.Item] * (history.ExtraOf(i).Quantity / 1000m), MidpointRounding.ToEven);
            }
        }

        return (revenue, cost, Math.Max(lines, orders));
    }
}
