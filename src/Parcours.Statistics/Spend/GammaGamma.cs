using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Spend;

/// <summary>Fits the Gamma-Gamma model.</summary>
public static class GammaGamma
{
    private const int Few = 30;
    private const double TwoSided95 = 1.959963984540054;

    // Logarithms of p, q and gamma over the observed mean: from amounts that hardly vary to amounts without a mean.
    private static readonly double[][] _starts = [[1.8, 1.3, -0.8], [0, 0.5, 0.5], [0.5, 3, 3]];
    private static readonly double[] _lower = [-7, -7, -14];
    private static readonly double[] _upper = [14, 14, 16];

    /// <summary>Maximum likelihood over the customers who have repeat purchases (equation 1a of Fader and Hardie 2013), by its exact gradient, from several starts.</summary>
    /// <param name="customers">Everybody: those without repeat purchases are passed over, those with a mean spend of zero or less are left out and counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">A frequency is below 0, or the mean spend of a repeat buyer is not a finite number.</exception>
    public static SpendFit Fit(IReadOnlyCollection<SpendSummary> customers) => Fit(customers, from: null);

    /// <summary>The same from one place only: a model fitted on customers much like these.</summary>
    internal static SpendFit Fit(IReadOnlyCollection<SpendSummary> customers, GammaGammaModel? from)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var usable = new List<SpendSummary>(customers.Count);
        int leftOut = 0;
        foreach (SpendSummary customer in customers)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(customer.Frequency, nameof(customers));
            if (customer.Frequency == 0)
            {
                continue;
            }

            if (!double.IsFinite(customer.MeanSpend))
            {
                throw new ArgumentOutOfRangeException(nameof(customers), customer.MeanSpend, "The mean spend of repeat purchases is a finite number.");
            }

            if (customer.MeanSpend > 0)
            {
                usable.Add(customer);
            }
            else
            {
                leftOut++;
            }
        }

        var warnings = new List<SpendWarning>();
        if (usable.Count == 0)
        {
            warnings.Add(SpendWarning.NoRepeatPurchase);
            AddIf(warnings, leftOut > 0, SpendWarning.SpendNotPositive);
            return new SpendFit(null, [], new double[0, 0], 0, 0, leftOut, 0, Converged: false, warnings, 0);
        }

        return Search(new GammaGammaLikelihood(usable), leftOut, from, warnings);
    }

    private static SpendFit Search(GammaGammaLikelihood likelihood, int leftOut, GammaGammaModel? from, List<SpendWarning> warnings)
    {
        double scale = likelihood.Scale;
        double[][] starts = from is null ? _starts : [[Math.Log(from.P), Math.Log(from.Q), Math.Log(from.Gamma / scale)]];
        Objective objective = MeanLogLikelihood.ToMinimise(likelihood.Evaluate, likelihood.Customers);
        Minimum minimum = QuasiNewton.BestOf(starts, objective, _lower, _upper);
        double[] found = [Math.Exp(minimum.Point[0]), Math.Exp(minimum.Point[1]), scale * Math.Exp(minimum.Point[2])];
        bool atBound = Array.Exists(minimum.AtBound, bound => bound);
        double[,]? covariance = atBound || !minimum.Converged ? null : ObservedInformation.Covariance(objective, minimum.Point, found, likelihood.Customers);
        double[] errors = covariance is null ? [] : [.. Enumerable.Range(0, 3).Select(i => Math.Sqrt(covariance[i, i]))];

        AddIf(warnings, likelihood.Customers < Few, SpendWarning.FewCustomers);
        AddIf(warnings, leftOut > 0, SpendWarning.SpendNotPositive);
        AddIf(warnings, found[1] <= 1, SpendWarning.NoPopulationMean);
        AddIf(warnings, found[1] > 1 && errors.Length > 0 && found[1] - (TwoSided95 * errors[1]) <= 1, SpendWarning.PopulationMeanUncertain);
        AddIf(warnings, atBound, SpendWarning.BoundaryOptimum);
        AddIf(warnings, !atBound && minimum.Converged && (covariance is null || ObservedInformation.IsFlat(covariance, found)), SpendWarning.FlatLikelihood);
        AddIf(warnings, !minimum.Converged, SpendWarning.NotConverged);
        return new SpendFit(
            new GammaGammaModel(found[0], found[1], found[2], scale),
            errors,
            covariance ?? new double[0, 0],
            likelihood.InCurrency(-minimum.Value * likelihood.Customers),
            likelihood.Customers,
            leftOut,
            scale,
            minimum.Converged,
            warnings,
            minimum.Iterations);
    }

    private static void AddIf(List<SpendWarning> warnings, bool holds, SpendWarning warning)
    {
        if (holds)
        {
            warnings.Add(warning);
        }
    }
}
