using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// NBD (Ehrenberg 1959): customers buy at Gamma(r, alpha) distributed paces and never stop. It is the limit of the other models without attrition, on the same
/// summaries (the last purchase's age plays no part), so that log-likelihoods compare.
/// </summary>
public sealed class Nbd : ITransactionModel
{
    /// <summary>The model of the given parameters.</summary>
    /// <param name="r">Shape of the purchase paces; above 0.</param>
    /// <param name="alpha">Rate of the purchase paces, in time; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0, or not finite.</exception>
    public Nbd(double r, double alpha)
    {
        R = Customers.Positive(r, nameof(r));
        Alpha = Customers.Positive(alpha, nameof(alpha));
    }

    /// <summary>r: the shape of the paces.</summary>
    public double R { get; }

    /// <summary>alpha: the rate of the paces, in time.</summary>
    public double Alpha { get; }

    /// <inheritdoc/>
    public string Id => "nbd";

    /// <inheritdoc/>
    public IReadOnlyList<string> ParameterNames { get; } = ["r", "alpha"];

    /// <inheritdoc/>
    public IReadOnlyList<double> Parameters => [R, Alpha];

    /// <inheritdoc/>
    public double LogLikelihood(PurchaseSummary customer)
    {
        Customers.Check(customer);
        return GammaFunctions.LogRising(R, customer.Frequency) - (R * LogSpace.Log1P(customer.Age / Alpha))
            - (customer.Frequency * Math.Log(Alpha + customer.Age));
    }

    /// <summary>Always 1: nobody stops in this model.</summary>
    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseSummary customer, double ahead = 0)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(ahead);
        return 1;
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        return (R + customer.Frequency) * horizon / (Alpha + customer.Age);
    }

    /// <inheritdoc/>
    public double ProbabilityNoPurchase(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        return Math.Exp(-(R + customer.Frequency) * LogSpace.Log1P(horizon / (Alpha + customer.Age)));
    }

    /// <inheritdoc/>
    public double[] PurchaseCountDistribution(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        double shape = R + customer.Frequency;
        double odds = horizon / (Alpha + customer.Age);
        var counts = new double[NegativeBinomial.Span(shape, odds, 0.1 * NegativeBinomial.LeftOver, NegativeBinomial.MostCounts)];
        NegativeBinomial.Fill(shape, odds, counts);
        return NegativeBinomial.Trimmed(counts);
    }

    /// <inheritdoc/>
    public NextPurchase NextPurchase(PurchaseSummary customer, double level = 0.8)
    {
        Customers.Check(customer);
        Customers.CheckLevel(level);
        return new NextPurchase(Time(0.5), Time((1 - level) / 2), Time((1 + level) / 2), 0);

        double Time(double probability) => (Alpha + customer.Age) * LogSpace.ExpM1(-LogSpace.Log1P(-probability) / (R + customer.Frequency));
    }

    /// <inheritdoc/>
    public double ExpectedPurchasesOfNew(double horizon)
    {
        Customers.CheckHorizon(horizon);
        return R * horizon / Alpha;
    }

    /// <inheritdoc/>
    public double ProbabilityOfNew(int count, double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Customers.CheckHorizon(horizon);
        return Math.Exp(NegativeBinomial.LogProbability(R, horizon / Alpha, count));
    }
}
