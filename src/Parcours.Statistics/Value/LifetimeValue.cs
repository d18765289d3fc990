using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

/// <summary>
/// Customer lifetime value: expected discounted purchases to come times the expected amount of each (Fader, Hardie and Lee 2005, "RFM and CLV"). Spend and
/// frequency are taken to be unrelated, and tomorrow like yesterday: no season, no trend, no action of ours.
/// </summary>
public static class LifetimeValue
{
    /// <summary>The expected value of every customer, from the end of their window on; what they spent before is not in it.</summary>
    /// <param name="transactions">When customers buy and stop.</param>
    /// <param name="spend">How much they spend at a time.</param>
    /// <param name="customers">What each did. A (0, 0, 0) history is that of a customer who made a first purchase just now.</param>
    /// <param name="terms">Horizon, discount and margin.</param>
    /// <returns>One amount per customer, in the currency of the spend; 0 or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The terms or a history are outside their ranges.</exception>
    public static double[] Expected(ITransactionModel transactions, GammaGammaModel spend, IReadOnlyList<ValueHistory> customers, ValueTerms terms)
    {
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(terms);
        terms.Check();
        double[] values = ResidualPurchases.Expected(transactions, Groups(customers), terms.Rate, terms.Horizon);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= terms.Margin * spend.ExpectedSpend(customers[i].Spend);
        }

        return values;
    }

    /// <summary>The purchases of the customers, equal ones together.</summary>
    internal static PurchaseGroups Groups(IReadOnlyList<ValueHistory> customers)
    {
        var purchases = new PurchaseSummary[customers.Count];
        for (int i = 0; i < purchases.Length; i++)
        {
            purchases[i] = customers[i].Purchases;
        }

        return PurchaseGroups.Of(purchases);
    }
}
