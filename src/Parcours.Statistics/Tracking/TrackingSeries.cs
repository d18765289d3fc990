using System.Runtime.InteropServices;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Tracking;

/// <summary>
/// How many repeat purchases a base was expected to have made by the end of each period, to be laid beside what it did: the usual picture of a fit
/// (figure 2 of Fader, Hardie and Lee 2005, "Counting your customers the easy way").
/// </summary>
public static class TrackingSeries
{
    /// <summary>Expected cumulative repeat purchases of the whole base: the sum over customers of E[X(end of period - first purchase)].</summary>
    /// <param name="model">When customers buy and stop.</param>
    /// <param name="births">When each customer first bought, in the model's unit of time since the start of the series; may be below 0 or after its end.</param>
    /// <param name="step">Length of a period, in the same unit; above 0.</param>
    /// <param name="periods">How many periods; 0 or more.</param>
    /// <returns>One figure per period, at its end; never falling.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above 0, the count is below 0, or a birth is not finite.</exception>
    public static double[] Expected(ITransactionModel model, IReadOnlyList<double> births, double step, int periods)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(births);
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        if (!(step > 0) || !double.IsFinite(step))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "Above 0, and finite.");
        }

        var customers = new Dictionary<double, int>();
        foreach (double birth in births)
        {
            if (!double.IsFinite(birth))
            {
                throw new ArgumentOutOfRangeException(nameof(births), birth, "A finite number.");
            }

            CollectionsMarshal.GetValueRefOrAddDefault(customers, birth, out _)++;
        }

        // Ages repeat from birth to birth and period to period: each is asked of the model once. Rounded, since 3 - 2/7 and 5 - 16/7 are one age.
        KeyValuePair<double, int>[] cells = [.. customers.OrderBy(cell => cell.Key)];
        double[] ages =
        [
            .. Enumerable.Range(1, periods)
                .SelectMany(period => cells.Select(cell => Age(cell.Key, period * step)))
                .Where(age => age > 0).Distinct().Order(),
        ];
        var expected = new double[ages.Length];
        Parallel.For(0, ages.Length, i => expected[i] = model.ExpectedPurchasesOfNew(ages[i]));
        var series = new double[periods];
        for (int period = 0; period < periods; period++)
        {
            foreach ((double birth, int count) in cells)
            {
                double age = Age(birth, (period + 1) * step);
                series[period] += age > 0 ? count * expected[Array.BinarySearch(ages, age)] : 0;
            }
        }

        return series;
    }

    /// <summary>The expected purchases within each period: the differences of a cumulative series.</summary>
    /// <param name="cumulative">As from <see cref="Expected"/>.</param>
    public static double[] Increments(IReadOnlyList<double> cumulative)
    {
        ArgumentNullException.ThrowIfNull(cumulative);
        var increments = new double[cumulative.Count];
        for (int i = 0; i < increments.Length; i++)
        {
            increments[i] = cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
        }

        return increments;
    }

    private static double Age(double birth, double at) => Math.Round(at - birth, 9);
}
