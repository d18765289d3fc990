namespace Parcours.Statistics.Transactions;

/// <summary>
/// Fits the transaction models by maximum likelihood: analytic gradients, several starts, standard errors from the curvature at the optimum. The same groups
/// give the same figures on any number of cores.
/// </summary>
public static class TransactionFits
{
    /// <summary>Fits <see cref="Transactions.BgNbd"/>.</summary>
    /// <param name="groups">The customers; see <see cref="FitWarning"/> for what is told when they are too few or too alike.</param>
    public static TransactionFit BgNbd(PurchaseGroups groups) => BetaGeometric(groups, firstMayBeLast: false, 1, p => new BgNbd(p[0], p[1], p[2], p[3]));

    /// <summary>Fits <see cref="Transactions.MbgNbd"/>.</summary>
    /// <param name="groups">The customers.</param>
    public static TransactionFit MbgNbd(PurchaseGroups groups) => BetaGeometric(groups, firstMayBeLast: true, 1, p => new MbgNbd(p[0], p[1], p[2], p[3]));

    /// <summary>Fits <see cref="Transactions.MbgCnbd"/> for one regularity.</summary>
    /// <param name="groups">The customers.</param>
    /// <param name="regularity">k: 1 to 20.</param>
    /// <param name="sumOfLogGaps">
    /// The sum over all customers of the logarithms of their times between purchases. With it, log-likelihoods of several k compare; without it, do not.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static TransactionFit MbgCnbd(PurchaseGroups groups, int regularity, double sumOfLogGaps = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(regularity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(regularity, Transactions.MbgCnbd.MostRegular);
        TransactionFit fit = BetaGeometric(groups, firstMayBeLast: true, regularity, p => new MbgCnbd(regularity, p[0], p[1], p[2], p[3]));
        return fit.Model is BetaGeometricModel ? fit with { LogLikelihood = fit.LogLikelihood + ((regularity - 1) * sumOfLogGaps) } : fit;
    }

    /// <summary>Fits <see cref="Transactions.MbgCnbd"/> for k = 1, 2... as long as the log-likelihood grows, and gives the best.</summary>
    /// <param name="groups">The customers.</param>
    /// <param name="sumOfLogGaps">The sum over all customers of the logarithms of their times between purchases.</param>
    public static TransactionFit MbgCnbdOfBestRegularity(PurchaseGroups groups, double sumOfLogGaps)
    {
        TransactionFit best = MbgCnbd(groups, 1, sumOfLogGaps);
        for (int regularity = 2; regularity <= Transactions.MbgCnbd.MostRegular && best.Model is BetaGeometricModel; regularity++)
        {
            TransactionFit next = MbgCnbd(groups, regularity, sumOfLogGaps);
            if (next.Model is not BetaGeometricModel || next.LogLikelihood <= best.LogLikelihood)
            {
                break;
            }

            best = next;
        }

        return best;
    }

    /// <summary>Fits <see cref="Transactions.ParetoNbd"/>.</summary>
    /// <param name="groups">The customers.</param>
    public static TransactionFit ParetoNbd(PurchaseGroups groups) => Pareto(groups, from: null);

    /// <summary>Fits <see cref="Transactions.Nbd"/>.</summary>
    /// <param name="groups">The customers.</param>
    public static TransactionFit Nbd(PurchaseGroups groups) => FitProblem.OfNbd(groups).Fit();

    /// <summary>Fits the kind of model that <paramref name="from"/> is, from its parameters alone: for customers much like those it was fitted on.</summary>
    /// <exception cref="ArgumentException">The model is none of those above.</exception>
    internal static TransactionFit Again(ITransactionModel from, PurchaseGroups groups)
    {
        double[] start = [.. from.Parameters.Select(value => Math.Log(value))];
        return from switch
        {
            Transactions.BgNbd => BetaGeometric(groups, firstMayBeLast: false, 1, p => new BgNbd(p[0], p[1], p[2], p[3]), start),
            Transactions.MbgNbd => BetaGeometric(groups, firstMayBeLast: true, 1, p => new MbgNbd(p[0], p[1], p[2], p[3]), start),
            MbgCnbd model => BetaGeometric(
                groups, firstMayBeLast: true, model.Regularity, p => new MbgCnbd(model.Regularity, p[0], p[1], p[2], p[3]), start),
            Transactions.ParetoNbd => Pareto(groups, start),
            Transactions.Nbd => Nbd(groups),
            _ => throw new ArgumentException($"The model {from.Id} has no fit.", nameof(from)),
        };
    }

    private static TransactionFit Pareto(PurchaseGroups groups, double[]? from)
    {
        double span = FitProblem.Span(groups);
        return new FitProblem(
            groups,
            subset => new ParetoLikelihood(subset).Evaluate,
            p => new ParetoNbd(p[0], p[1], p[2], p[3]),
            [-12, Math.Log(span) - 12, -14, Math.Log(span) - 12],
            [9, Math.Log(span) + 12, 9, Math.Log(span) + 14],
            nbd => from is not null
                ? [from]
                : [[nbd[0], nbd[1], -0.7, Math.Log(span) - 1], [nbd[0] + 0.3, nbd[1], -1.5, Math.Log(span) + 1], [nbd[0], nbd[1] - 0.5, 0.7, Math.Log(span) + 1]]).Fit();
    }

    private static TransactionFit BetaGeometric(PurchaseGroups groups, bool firstMayBeLast, int regularity, Func<double[], ITransactionModel> model, double[]? from = null)
    {
        double span = FitProblem.Span(groups);
        return new FitProblem(
            groups,
            subset => new BetaGeometricLikelihood(subset, firstMayBeLast, regularity).Evaluate,
            model,
            [-12, Math.Log(span) - 12, -16, -9],
            [9, Math.Log(span) + 12, 9, 16],
            nbd => from is not null ? [from] : [[nbd[0], nbd[1] - 0.5, -0.5, 0.8], [nbd[0] + 0.5, nbd[1], -1.5, 0], [nbd[0], nbd[1], 0.5, 3]],
            ticksPerPurchase: regularity).Fit();
    }
}
