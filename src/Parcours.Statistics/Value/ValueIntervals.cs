using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

/// <summary>Lifetime values with their intervals: the forecast repeated with every drawn pair of models, and its 2.5 % and 97.5 % points taken.</summary>
public static class ValueIntervals
{
    private const int FewestDraws = 40;
    private const int Block = 4096;

    /// <summary>The expected value of every customer and of all of them, each with an interval of 95 %.</summary>
    /// <param name="transactions">The fitted transaction model.</param>
    /// <param name="spend">The fitted spend model.</param>
    /// <param name="draws">What <see cref="ParametricBootstrap"/> gave for these two.</param>
    /// <param name="customers">What each did; they need not be those of the fit.</param>
    /// <param name="terms">Horizon, discount and margin.</param>
    /// <param name="progress">Told how many draws are done, after each one.</param>
    /// <remarks>Takes four bytes for each draw and different history of purchases.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The terms or a history are outside their ranges.</exception>
    public static ValueForecast Forecast(
        ITransactionModel transactions,
        GammaGammaModel spend,
        ModelDraws draws,
        IReadOnlyList<ValueHistory> customers,
        ValueTerms terms,
        Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(draws);
        double[] expected = LifetimeValue.Expected(transactions, spend, customers, terms);
        double total = expected.Sum();
        if (draws.Draws.Count < FewestDraws)
        {
            return new ValueForecast(expected, null, total, null);
        }

        PurchaseGroups groups = LifetimeValue.Groups(customers);
        int[] groupOf = groups.GroupOfRow.ToArray();
        var purchases = new float[draws.Draws.Count][];
        for (int draw = 0; draw < purchases.Length; draw++)
        {
            double[] answers = ResidualPurchases.OfGroups(draws.Draws[draw].Transactions, groups, terms.Rate, terms.Horizon);
            purchases[draw] = Array.ConvertAll(answers, answer => (float)answer);
            progress?.Invoke(draw + 1);
        }

        var intervals = new ConfidenceInterval[expected.Length];
        var totals = new double[(expected.Length + Block - 1) / Block][];
        Parallel.For(0, totals.Length, block =>
        {
            var sums = new double[purchases.Length];
            var values = new double[purchases.Length];
            int end = Math.Min(expected.Length, (block + 1) * Block);
            for (int i = block * Block; i < end; i++)
            {
                for (int draw = 0; draw < values.Length; draw++)
                {
                    values[draw] = terms.Margin * purchases[draw][groupOf[i]] * draws.Draws[draw].Spend.ExpectedSpend(customers[i].Spend);
                    sums[draw] += values[draw];
                }

                intervals[i] = Interval(values);
            }

            totals[block] = sums;
        });

        // Blocks are added in their order, so that the number of cores changes nothing.
        var all = new double[purchases.Length];
        foreach (double[] sums in totals)
        {
            for (int draw = 0; draw < all.Length; draw++)
            {
                all[draw] += sums[draw];
            }
        }

        return new ValueForecast(expected, intervals, total, Interval(all));
    }

    // Sorts its argument.
    private static ConfidenceInterval Interval(double[] values)
    {
        Array.Sort(values);
        return new ConfidenceInterval(Point(0.025), Point(0.975));

        double Point(double probability)
        {
            double at = probability * (values.Length - 1);
            int below = (int)at;
            return values[below] + ((at - below) * (values[Math.Min(below + 1, values.Length - 1)] - values[below]));
        }
    }
}
