using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// Pareto/NBD (Schmittlein, Morrison and Colombo 1987): customers buy at Gamma(r, alpha) distributed paces and may stop at any moment, at Gamma(s, beta)
/// distributed rates, independently. The log-likelihood is that of Fader and Hardie (2005, "A note on deriving the Pareto/NBD model", equation 18) with its
/// integral taken numerically; expected purchases and P(alive) are their equations 22 and 41.
/// </summary>
public sealed class ParetoNbd : ITransactionModel
{
    /// <summary>The model of the given parameters.</summary>
    /// <param name="r">Shape of the purchase paces; above 0.</param>
    /// <param name="alpha">Rate of the purchase paces, in time; above 0.</param>
    /// <param name="s">Shape of the stopping rates; above 0, 1 included.</param>
    /// <param name="beta">Rate of the stopping rates, in time; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0, or not finite.</exception>
    public ParetoNbd(double r, double alpha, double s, double beta)
    {
        R = Customers.Positive(r, nameof(r));
        Alpha = Customers.Positive(alpha, nameof(alpha));
        S = Customers.Positive(s, nameof(s));
        Beta = Customers.Positive(beta, nameof(beta));
    }

    /// <summary>r: the shape of the purchase paces; r / alpha is the mean number of purchases in a unit of time while alive.</summary>
    public double R { get; }

    /// <summary>alpha: the rate of the purchase paces, in time.</summary>
    public double Alpha { get; }

    /// <summary>s: the shape of the stopping rates; the median customer lives beta (2^(1/s) - 1).</summary>
    public double S { get; }

    /// <summary>beta: the rate of the stopping rates, in time.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    public string Id => "pnbd";

    /// <inheritdoc/>
    public IReadOnlyList<string> ParameterNames { get; } = ["r", "alpha", "s", "beta"];

    /// <inheritdoc/>
    public IReadOnlyList<double> Parameters => [R, Alpha, S, Beta];

    /// <inheritdoc/>
    public double LogLikelihood(PurchaseSummary customer)
    {
        Customers.Check(customer);
        if (customer.Frequency == 0 && New.Within(customer.Age) is < 0.5 and var again)
        {
            return LogSpace.Log1P(-again);
        }

        return GammaFunctions.LogRising(R, customer.Frequency) - (customer.Frequency * Math.Log(Alpha + customer.Age))
            - (R * LogSpace.Log1P(customer.Age / Alpha)) - (S * LogSpace.Log1P(customer.Age / Beta))
            + LogSpace.Add(0, LogOddsOfHavingStopped(customer));
    }

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseSummary customer, double ahead = 0)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(ahead);
        return AliveNow(customer) * After(customer).Alive(ahead);
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        return AliveNow(customer) * After(customer).Expected(horizon);
    }

    /// <inheritdoc/>
    public double ProbabilityNoPurchase(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        return 1 - (AliveNow(customer) * After(customer).Within(horizon));
    }

    /// <inheritdoc/>
    public double[] PurchaseCountDistribution(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        double alive = AliveNow(customer);
        double[] counts = After(customer).Distribution(horizon);
        for (int n = 0; n < counts.Length; n++)
        {
            counts[n] *= alive;
        }

        counts[0] += 1 - alive;
        return NegativeBinomial.Trimmed(counts);
    }

    /// <inheritdoc/>
    public NextPurchase NextPurchase(PurchaseSummary customer, double level = 0.8)
    {
        Customers.Check(customer);
        Customers.CheckLevel(level);
        ParetoFuture after = After(customer);
        double alive = AliveNow(customer);
        double again = after.Ever();
        return new NextPurchase(
            WaitingTime.Quantile(after.Within, 0.5 * again),
            WaitingTime.Quantile(after.Within, (1 - level) / 2 * again),
            WaitingTime.Quantile(after.Within, (1 + level) / 2 * again),
            1 - (alive * again));
    }

    /// <inheritdoc/>
    public double ExpectedPurchasesOfNew(double horizon)
    {
        Customers.CheckHorizon(horizon);
        return New.Expected(horizon);
    }

    /// <inheritdoc/>
    public double ProbabilityOfNew(int count, double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Customers.CheckHorizon(horizon);
        double[] counts = New.Distribution(horizon);
        return count < counts.Length ? counts[count] : 0;
    }

    private ParetoFuture New => new(R, Alpha, S, Beta);

    // A customer alive at T is a new one with a pace and a stopping rate better known.
    private ParetoFuture After(in PurchaseSummary customer) => new(R + customer.Frequency, Alpha + customer.Age, S, Beta + customer.Age);

    private double AliveNow(in PurchaseSummary customer) => LogSpace.OneOver1PExp(LogOddsOfHavingStopped(customer));

    private double LogOddsOfHavingStopped(in PurchaseSummary customer)
    {
        double shape = R + customer.Frequency;
        double quiet = customer.Age - customer.Recency;
        if (quiet == 0)
        {
            return double.NegativeInfinity;
        }

        double stopped = ParetoIntegral.Over(shape, Alpha, S + 1, Beta, customer.Recency, customer.Age).Mass;
        return Math.Log(S * (stopped / (Beta + customer.Recency)))
            + (shape * LogSpace.Log1P(quiet / (Alpha + customer.Recency))) + (S * LogSpace.Log1P(quiet / (Beta + customer.Recency)));
    }
}
