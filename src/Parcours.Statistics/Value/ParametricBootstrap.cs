using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

/// <summary>
/// How sure fitted models are, by fitting them again on customers drawn from themselves (Efron and Tibshirani 1993, "An Introduction to the Bootstrap",
/// section 6.5): no assumption that estimates are normally distributed.
/// </summary>
/// <remarks>
/// Each draw takes the ages of the customers, lets the transaction model draw their purchases and the spend model the amounts, and fits both, starting from
/// the fitted parameters. On a base larger than the limit each draw has the limit's number of customers, m, with ages spread like the base's n, and the
/// difference of each parameter's logarithm from the fitted one is shrunk by the square root of m / n: the rate at which estimates settle.
/// </remarks>
public static class ParametricBootstrap
{
    /// <summary>Draws models like the fitted ones.</summary>
    /// <param name="transactions">The fitted transaction model.</param>
    /// <param name="spend">The fitted spend model.</param>
    /// <param name="groups">The customers both were fitted on; only their ages are used.</param>
    /// <param name="seed">The same seed gives the same draws, on any machine and any number of cores.</param>
    /// <param name="draws">How many; 1 or more. 200 make an interval of 95 %.</param>
    /// <param name="mostCustomers">The limit of customers in one draw; 1 or more.</param>
    /// <param name="progress">Told how many draws are done, after each one; called from one thread at a time.</param>
    /// <exception cref="ArgumentException">There is no customer, or the transaction model has no simulator.</exception>
    public static ModelDraws Draw(
        ITransactionModel transactions,
        GammaGammaModel spend,
        PurchaseGroups groups,
        ulong seed,
        int draws = 200,
        int mostCustomers = 10_000,
        Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(transactions);
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostCustomers, 1);
        double[] ages = Ages(groups, mostCustomers);
        if (ages.Length == 0)
        {
            throw new ArgumentException("There is no customer to draw.", nameof(groups));
        }

        double shrink = Math.Sqrt(ages.Length / (double)groups.Customers);
        var found = new ModelDraw?[draws];
        int done = 0;
        var telling = new Lock();
        Parallel.For(0, draws, draw =>
        {
            found[draw] = Again(transactions, spend, ages, shrink, seed + (2 * (ulong)draw));
            lock (telling)
            {
                progress?.Invoke(++done);
            }
        });
        ModelDraw[] usable = [.. found.OfType<ModelDraw>()];
        return new ModelDraws(usable, draws - usable.Length);
    }

    private static ModelDraw? Again(ITransactionModel transactions, GammaGammaModel spend, double[] ages, double shrink, ulong seed)
    {
        PurchaseSummary[] customers = TransactionSimulation.Draw(transactions, ages, seed);
        TransactionFit fit = TransactionFits.Again(transactions, PurchaseGroups.Of(customers));
        SpendFit spendFit = GammaGamma.Fit(spend.Simulate(Array.ConvertAll(customers, customer => customer.Frequency), seed + 1), spend);
        if (fit.Model is null || spendFit.Model is null || !fit.Converged || !spendFit.Converged)
        {
            return null;
        }

        if (shrink == 1)
        {
            return new ModelDraw(fit.Model, spendFit.Model);
        }

        return fit.Model.Id == transactions.Id ? new ModelDraw(Nearer(transactions, fit.Model, shrink), Nearer(spend, spendFit.Model, shrink)) : null;
    }

    private static double[] Ages(PurchaseGroups groups, int most)
    {
        PurchaseGroups likeness = groups.Customers <= most ? groups : groups.Sample(most);
        var ages = new List<double>((int)Math.Min(most, groups.Customers));
        for (int i = 0; i < likeness.Summaries.Length; i++)
        {
            for (long copy = 0; copy < likeness.Weights[i]; copy++)
            {
                ages.Add(likeness.Summaries[i].Age);
            }
        }

        return [.. ages];
    }

    private static ITransactionModel Nearer(ITransactionModel fitted, ITransactionModel drawn, double shrink)
    {
        double[] p = [.. fitted.Parameters.Select((value, i) => Nearer(value, drawn.Parameters[i], shrink))];
        return fitted switch
        {
            BgNbd => new BgNbd(p[0], p[1], p[2], p[3]),
            MbgNbd => new MbgNbd(p[0], p[1], p[2], p[3]),
            MbgCnbd model => new MbgCnbd(model.Regularity, p[0], p[1], p[2], p[3]),
            ParetoNbd => new ParetoNbd(p[0], p[1], p[2], p[3]),
            _ => new Nbd(p[0], p[1]),
        };
    }

    private static GammaGammaModel Nearer(GammaGammaModel fitted, GammaGammaModel drawn, double shrink) => new(
        Nearer(fitted.P, drawn.P, shrink),
        Nearer(fitted.Q, drawn.Q, shrink),
        Nearer(fitted.Gamma, drawn.Gamma, shrink),
        fitted.ObservedMean is { } mean ? Nearer(mean, drawn.ObservedMean!.Value, shrink) : drawn.ObservedMean);

    private static double Nearer(double fitted, double drawn, double shrink) => fitted * Math.Pow(drawn / fitted, shrink);
}
