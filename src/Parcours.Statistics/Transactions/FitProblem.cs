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

    // A parameter whose logarithm is this unsure may as well be three times larger or smaller.
    private const double Unsure = 1;

    private const double Step = 1e-3;

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
        if (Refusal() is { } refusal)
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
        if (mayHaveNoAttrition && ticksPerPurchase == 1 && (nbd.Value - found.Value) * groups.Customers < SignOfAttrition)
        {
            TransactionFit without = OfNbd(groups).Told(nbd, warnings);
            return without with { Warnings = [FitWarning.NoAttritionVisible, .. without.Warnings], Iterations = found.Iterations + nbd.Iterations };
        }

        return Told(found, warnings);
    }

    private FitWarning? Refusal()
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
            covariance = SymmetricMatrix.Inverse(Curvature(found.Point));
            if (covariance is null || Enumerable.Range(0, parameters.Length).Any(i => Math.Sqrt(covariance[i, i]) > Unsure))
            {
                warnings.Add(FitWarning.FlatLikelihood);
            }
        }

        double[] errors = [];
        if (covariance is not null)
        {
            // From logarithms to parameters: the slope of the likelihood is nothing at the optimum, so that the change of scale is all there is.
            for (int i = 0; i < parameters.Length; i++)
            {
                for (int j = 0; j < parameters.Length; j++)
                {
                    covariance[i, j] *= parameters[i] * parameters[j];
                }
            }

            errors = [.. parameters.Select((_, i) => Math.Sqrt(covariance[i, i]))];
        }

        return new TransactionFit(
            model(parameters), errors, covariance ?? new double[0, 0], -found.Value * groups.Customers, groups.Customers, found.Converged, warnings, found.Iterations);
    }

    // The Hessian of minus the log-likelihood, from differences of the analytic gradient.
    private double[,] Curvature(double[] point)
    {
        Objective objective = likelihood(groups);
        int size = point.Length;
        var hessian = new double[size, size];
        var above = new double[size];
        var below = new double[size];
        for (int i = 0; i < size; i++)
        {
            double[] moved = [.. point];
            moved[i] = point[i] + Step;
            objective(moved, above);
            moved[i] = point[i] - Step;
            objective(moved, below);
            for (int j = 0; j < size; j++)
            {
                hessian[i, j] = (above[j] - below[j]) / (2 * Step) * groups.Customers;
            }
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                hessian[i, j] = hessian[j, i] = (hessian[i, j] + hessian[j, i]) / 2;
            }
        }

        return hessian;
    }
}
