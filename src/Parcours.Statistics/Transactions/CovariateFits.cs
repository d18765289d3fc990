using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// Fits models whose parameters depend on traits of the customer (Fader and Hardie 2007, "Incorporating time-invariant covariates into the Pareto/NBD and
/// BG/NBD models"). A trait is a number that holds for the customer's whole life: 1 for first bought in a shop, 0 for online.
/// </summary>
public static class CovariateFits
{
    /// <summary>
    /// BG/NBD with alpha exp(-effect · traits), a exp(effect · traits) and b exp(effect · traits): a positive effect on alpha means more purchases, on a
    /// sooner stopping.
    /// </summary>
    /// <param name="customers">One summary a customer.</param>
    /// <param name="covariates">The traits of each customer, all of one length.</param>
    /// <param name="names">The name of each trait.</param>
    /// <exception cref="ArgumentException">Rows, traits or names do not match in number, or a trait is not finite.</exception>
    public static CovariateFit BgNbd(IReadOnlyList<PurchaseSummary> customers, IReadOnlyList<IReadOnlyList<double>> covariates, IReadOnlyList<string> names) =>
        Fit(customers, covariates, names, TransactionFits.BgNbd, groups => new BetaGeometricLikelihood(groups, false, 1).Evaluate, [1, 2, 3], [-1, 1, 1], p => new BgNbd(p[0], p[1], p[2], p[3]));

    /// <summary>
    /// Pareto/NBD with alpha exp(-effect · traits) and beta exp(-effect · traits): a positive effect on alpha means more purchases, on beta sooner stopping.
    /// </summary>
    /// <param name="customers">One summary a customer.</param>
    /// <param name="covariates">The traits of each customer, all of one length.</param>
    /// <param name="names">The name of each trait.</param>
    /// <exception cref="ArgumentException">Rows, traits or names do not match in number, or a trait is not finite.</exception>
    public static CovariateFit ParetoNbd(IReadOnlyList<PurchaseSummary> customers, IReadOnlyList<IReadOnlyList<double>> covariates, IReadOnlyList<string> names) =>
        Fit(customers, covariates, names, TransactionFits.ParetoNbd, groups => new ParetoLikelihood(groups).Evaluate, [1, 3], [-1, -1], p => new ParetoNbd(p[0], p[1], p[2], p[3]));

    private static CovariateFit Fit(
        IReadOnlyList<PurchaseSummary> customers,
        IReadOnlyList<IReadOnlyList<double>> covariates,
        IReadOnlyList<string> names,
        Func<PurchaseGroups, TransactionFit> without,
        Func<PurchaseGroups, Objective> likelihood,
        int[] moved,
        int[] signs,
        Func<double[], ITransactionModel> model)
    {
        Check(customers, covariates, names);
        TransactionFit simple = without(PurchaseGroups.Of([.. customers]));
        double[] scales = Scales(covariates, names.Count);
        if (simple.Model is null || scales.Contains(0))
        {
            return new CovariateFit(simple, null) { Warnings = scales.Contains(0) ? [.. simple.Warnings, FitWarning.ConstantCovariate] : simple.Warnings };
        }

        if (simple.Warnings.Contains(FitWarning.NoAttritionVisible))
        {
            return new CovariateFit(simple, _ => simple.Model) { Warnings = simple.Warnings, LogLikelihood = simple.LogLikelihood };
        }

        var problem = new CovariateLikelihood(customers, covariates, scales, likelihood, moved, signs);
        int size = 4 + (moved.Length * names.Count);
        var start = new double[size];
        var lower = new double[size];
        var upper = new double[size];
        for (int i = 0; i < size; i++)
        {
            // Effects are those of one standard deviation: e^8 times more is beyond anything real.
            start[i] = i < 4 ? Math.Log(simple.Model.Parameters[i]) : 0;
            lower[i] = i < 4 ? start[i] - 10 : -8;
            upper[i] = i < 4 ? start[i] + 10 : 8;
        }

        Minimum found = QuasiNewton.Minimise(problem.Evaluate, start, lower, upper);
        return Told(simple, found, problem, names, scales, moved, signs, model);
    }

    private static CovariateFit Told(
        TransactionFit simple, Minimum found, CovariateLikelihood problem, IReadOnlyList<string> names, double[] scales, int[] moved, int[] signs,
        Func<double[], ITransactionModel> model)
    {
        bool bound = found.AtBound.Contains(true);
        double[] factors = [.. found.Point.Select((value, i) => i < 4 ? Math.Exp(value) : 1 / scales[(i - 4) % scales.Length])];
        double[] estimates = [.. found.Point.Select((value, i) => i < 4 ? factors[i] : value * factors[i])];
        double[,]? covariance = found.Converged && !bound ? ObservedInformation.Covariance(problem.Evaluate, found.Point, factors, problem.Customers) : null;
        List<FitWarning> warnings = [.. simple.Warnings.Where(warning => warning == FitWarning.FewCustomers)];
        if (!found.Converged)
        {
            warnings.Add(FitWarning.NotConverged);
        }
        else if (bound)
        {
            warnings.Add(FitWarning.BoundaryOptimum);
        }
        else if (covariance is null || ObservedInformation.IsFlat(covariance, factors))
        {
            warnings.Add(FitWarning.FlatLikelihood);
        }

        return new CovariateFit(simple, ModelOf)
        {
            Names = [.. simple.Model!.ParameterNames, .. moved.SelectMany(i => names.Select(name => $"{simple.Model.ParameterNames[i]}:{name}"))],
            Estimates = estimates,
            StandardErrors = covariance is null ? [] : [.. factors.Select((_, i) => Math.Sqrt(covariance[i, i]))],
            LogLikelihood = -found.Value * problem.Customers,
            Converged = found.Converged,
            Warnings = warnings,
            Iterations = found.Iterations,
        };

        ITransactionModel ModelOf(IReadOnlyList<double> covariates)
        {
            if (covariates.Count != names.Count)
            {
                throw new ArgumentException($"{covariates.Count} values for {names.Count} traits.", nameof(covariates));
            }

            double[] parameters = [.. estimates[..4]];
            for (int i = 0; i < moved.Length * names.Count; i++)
            {
                parameters[moved[i / names.Count]] *= Math.Exp(signs[i / names.Count] * estimates[4 + i] * covariates[i % names.Count]);
            }

            return model(parameters);
        }
    }

    private static void Check(IReadOnlyList<PurchaseSummary> customers, IReadOnlyList<IReadOnlyList<double>> covariates, IReadOnlyList<string> names)
    {
        if (covariates.Count != customers.Count || names.Count == 0 || covariates.Any(row => row.Count != names.Count || row.Any(value => !double.IsFinite(value))))
        {
            throw new ArgumentException("Every customer needs one finite value for each named trait.", nameof(covariates));
        }
    }

    private static double[] Scales(IReadOnlyList<IReadOnlyList<double>> covariates, int traits)
    {
        var scales = new double[traits];
        for (int trait = 0; trait < traits && covariates.Count > 0; trait++)
        {
            double mean = covariates.Average(row => row[trait]);
            scales[trait] = Math.Sqrt(covariates.Average(row => (row[trait] - mean) * (row[trait] - mean)));
            scales[trait] = scales[trait] > 1e-12 * Math.Abs(mean) ? scales[trait] : 0;
        }

        return scales;
    }
}
