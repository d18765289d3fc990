using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>A model to fit: its likelihood in the logarithms of its parameters, their box, and where to start.</summary>
internal sealed class FitProblem(
    PurchaseGroups groups,
    Func<PurchaseGroups, Objective> likelihood,
    Func<double[], ITransactionModel> model,
    double[] lower,
    double[] upper,
    Func<double[], double[][]> starts,
    int ticksPerPurchase = 1)
{
    private const int FewestCustomers = 30;

    // Beyond this many groups the search begins on a likeness of a few thousand customers.
    private const int ManyGroups = 20_000;
    private const int SampleSize = 8_000;

    // Less log-likelihood than this, over the model without attrition, is no sign of attrition at all.
    private const double SignOfAttrition = 0.05;

    /// <summary>The NBD model, which is what the others come down to when nobody seems to stop.</summary>
    public static FitProblem OfNbd(PurchaseGroups groups)
    {
        double log = Math.Log(Span(groups));
        return new(
            groups, subset => new NbdLikelihood(subset).Evaluate, p => new Nbd(p[0], p[1]), [-12, log - 12], [9, log + 12], _ => [[-0.5, log - 1], [0.5, log + 1]]);
    }

    /// <summary>The longest age, the natural scale of time; 1 when there is none.</summary>
    public static double Span(PurchaseGroups groups)
    {
        double span = 0;
        foreach (PurchaseSummary customer in groups.Summaries)
        {
            span = Math.Max(span, customer.Age);
        }

        return span > 0 ? span : 1;
    }

    /// <summary>The fit, or what stands against it.</summary>
    public TransactionFit Fit()
    {
        if (Refusal(groups) is { } refusal)
        {
            return new TransactionFit(null, [], new double[0, 0], 0, groups.Customers, false, [refusal], 0);
        }

        var warnings = new List<FitWarning>();
        if (groups.Customers < FewestCustomers)
        {
            warnings.Add(FitWarning.FewCustomers);
        }

        bool mayHaveNoAttrition = lower.Length > 2;
        Minimum nbd = OfNbd(groups).Search([]);
        Minimum found = mayHaveNoAttrition ? Search([nbd.Point[0] + Math.Log(ticksPerPurchase), nbd.Point[1]]) : nbd;
        if (mayHaveNoAttrition && (WithoutAttrition(nbd, found) - found.Value) * groups.Customers < SignOfAttrition)
        {
            TransactionFit without = OfNbd(groups).Told(nbd, warnings);
            return without with { Warnings = [FitWarning.NoAttritionVisible, .. without.Warnings], Iterations = found.Iterations + nbd.Iterations };
        }

        return Told(found, warnings);
    }

    // The likelihood of the best model of the kind whose chance to stop is nothing: for purchases as irregular as chance, the NBD model.
    private double WithoutAttrition(Minimum nbd, Minimum found)
    {
        if (ticksPerPurchase == 1)
        {
            return nbd.Value;
        }

        double[] low = [lower[0], lower[1], lower[2], 0];
        double[] high = [upper[0], upper[1], lower[2], 0];
        return QuasiNewton.Minimise(likelihood(groups), found.Point, low, high).Value;
    }

    /// <summary>Why nothing can be fitted, or null.</summary>
    public static FitWarning? Refusal(PurchaseGroups groups)
    {
        if (groups.Customers == 0)
        {
            return FitWarning.NoCustomers;
        }

        bool time = false;
        foreach (PurchaseSummary customer in groups.Summaries)
        {
            time |= customer.Age > 0;
        }

        // Groups stand in order of frequency.
        return !time ? FitWarning.SingleDate : groups.Summaries[^1].Frequency == 0 ? FitWarning.NoRepeatPurchase : null;
    }

    private Minimum Search(double[] nbd)
    {
        Objective objective = likelihood(groups);
        double[][] points = starts(nbd);
        if (groups.Summaries.Length > ManyGroups)
        {
            Minimum rough = QuasiNewton.BestOf(points, likelihood(groups.Sample(SampleSize)), lower, upper);
            if (rough.Converged && !rough.AtBound.Contains(true))
            {
                Minimum fine = QuasiNewton.Minimise(objective, rough.Point, lower, upper, rough.InverseHessian);
                return fine with { Iterations = fine.Iterations + rough.Iterations };
            }
        }

        return QuasiNewton.BestOf(points, objective, lower, upper);
    }

    private TransactionFit Told(Minimum found, List<FitWarning> warnings)
    {
        double[] parameters = [.. found.Point.Select(Math.Exp)];
        double[,]? covariance = null;
        if (!found.Converged)
        {
            warnings.Add(FitWarning.NotConverged);
        }
        else if (found.AtBound.Contains(true))
        {
            warnings.Add(FitWarning.BoundaryOptimum);
        }
        else
        {
            covariance = ObservedInformation.Covariance(likelihood(groups), found.Point, parameters, groups.Customers);
            if (covariance is null || ObservedInformation.IsFlat(covariance, parameters))
            {
                warnings.Add(FitWarning.FlatLikelihood);
            }
        }

        double[] errors = covariance is null ? [] : [.. parameters.Select((_, i) => Math.Sqrt(covariance[i, i]))];
        return new TransactionFit(
            model(parameters), errors, covariance ?? new double[0, 0], -found.Value * groups.Customers, groups.Customers, found.Converged, warnings, found.Iterations);
    }
}
