using Parcours.Statistics.Numerics;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Opportunities;

/// <summary>Fits the BG/BB model.</summary>
public static class BgBb
{
    private const int Few = 30;

    private static readonly double[][] _starts = [[0, 0, 0, 0.7], [-0.7, 0.7, -0.7, 1.5], [1, 1, 0, 3]];
    private static readonly double[] _lower = [-9, -9, -9, -9];
    private static readonly double[] _upper = [12, 12, 12, 12];

    /// <summary>Maximum likelihood (Fader, Hardie and Shang 2010) by its exact gradient, from several starts.</summary>
    /// <param name="customers">Everybody, those who never bought again included; customers without an opportunity so far are passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException">A summary cannot be that of a customer.</exception>
    public static OpportunityFit Fit(IReadOnlyCollection<OpportunitySummary> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var likelihood = new BgBbLikelihood(customers);
        var warnings = new List<FitWarning>();
        if (likelihood.Customers == 0 || likelihood.Purchases == 0)
        {
            warnings.Add(likelihood.Customers == 0 ? FitWarning.NoCustomers : FitWarning.NoRepeatPurchase);
            return new OpportunityFit(null, [], new double[0, 0], 0, likelihood.Customers, Converged: false, warnings, 0);
        }

        Objective objective = MeanLogLikelihood.ToMinimise(likelihood.Evaluate, likelihood.Customers);
        Minimum minimum = QuasiNewton.BestOf(_starts, objective, _lower, _upper);
        double[] found = [.. minimum.Point.Select(value => Math.Exp(value))];
        bool atBound = Array.Exists(minimum.AtBound, bound => bound);
        double[,]? covariance = atBound || !minimum.Converged ? null : ObservedInformation.Covariance(objective, minimum.Point, found, likelihood.Customers);

        AddIf(warnings, likelihood.Customers < Few, FitWarning.FewCustomers);
        AddIf(warnings, atBound, FitWarning.BoundaryOptimum);
        AddIf(warnings, !atBound && minimum.Converged && (covariance is null || ObservedInformation.IsFlat(covariance, found)), FitWarning.FlatLikelihood);
        AddIf(warnings, !minimum.Converged, FitWarning.NotConverged);
        return new OpportunityFit(
            new BgBbModel(found[0], found[1], found[2], found[3]),
            covariance is null ? [] : [.. Enumerable.Range(0, found.Length).Select(i => Math.Sqrt(covariance[i, i]))],
            covariance ?? new double[0, 0],
            -minimum.Value * likelihood.Customers,
            likelihood.Customers,
            minimum.Converged,
            warnings,
            minimum.Iterations);
    }

    private static void AddIf(List<FitWarning> warnings, bool holds, FitWarning warning)
    {
        if (holds)
        {
            warnings.Add(warning);
        }
    }
}
