using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// Customers who buy at a pace of their own, Gamma(r, alpha) distributed over customers, and who stop for good right after a purchase with a probability of
/// their own, Beta(a, b) distributed. BG/NBD, MBG/NBD and MBG/CNBD-k are the members of the family: they differ in whether the first purchase may be the last,
/// and in how regular purchases are.
/// </summary>
public abstract class BetaGeometricModel : ITransactionModel
{
    private readonly int _regularity;
    private readonly int _firstMayBeLast;

    private protected BetaGeometricModel(double r, double alpha, double a, double b, bool firstMayBeLast, int regularity)
    {
        R = Customers.Positive(r, nameof(r));
        Alpha = Customers.Positive(alpha, nameof(alpha));
        A = Customers.Positive(a, nameof(a));
        B = Customers.Positive(b, nameof(b));
        _firstMayBeLast = firstMayBeLast ? 1 : 0;
        _regularity = regularity;
    }

    /// <summary>r: the shape of the paces; the smaller, the more customers differ.</summary>
    public double R { get; }

    /// <summary>alpha: the rate of the paces, in time; r / alpha is the mean number of purchases (of ticks, in MBG/CNBD-k) in a unit of time while alive.</summary>
    public double Alpha { get; }

    /// <summary>a: with <see cref="B"/>, the chance to stop after a purchase, a / (a + b) on average.</summary>
    public double A { get; }

    /// <summary>b: see <see cref="A"/>.</summary>
    public double B { get; }

    /// <inheritdoc/>
    public abstract string Id { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ParameterNames { get; } = ["r", "alpha", "a", "b"];

    /// <inheritdoc/>
    public IReadOnlyList<double> Parameters => [R, Alpha, A, B];

    /// <inheritdoc/>
    public double LogLikelihood(PurchaseSummary customer)
    {
        Customers.Check(customer);
        if (customer.Frequency == 0 && AliveAtFirst * New.Within(customer.Age) is < 0.5 and var again)
        {
            return LogSpace.Log1P(-again);
        }

        int ticks = _regularity * customer.Frequency;
        return GammaFunctions.LogRising(R, ticks) - (customer.Frequency * GammaFunctions.LogGamma(_regularity))
            - (R * LogSpace.Log1P(customer.Age / Alpha)) - (ticks * Math.Log(Alpha + customer.Age))
            + GammaFunctions.LogBetaRatio(A, B, customer.Frequency + _firstMayBeLast)
            + Math.Log(Phases(customer)) + LogSpace.Add(0, LogOddsOfHavingStopped(customer));
    }

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseSummary customer, double ahead = 0)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(ahead);
        double alive = AliveNow(customer);
        return ahead == 0 ? alive : alive * Mix(customer, ahead, static (future, time) => future.Alive(time));
    }

    /// <inheritdoc/>
    public double ExpectedPurchases(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        return AliveNow(customer) * Mix(customer, horizon, static (future, time) => future.Expected(time));
    }

    /// <inheritdoc/>
    public double ProbabilityNoPurchase(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        return 1 - (AliveNow(customer) * Mix(customer, horizon, static (future, time) => future.Within(time)));
    }

    /// <inheritdoc/>
    public double[] PurchaseCountDistribution(PurchaseSummary customer, double horizon)
    {
        Customers.Check(customer);
        Customers.CheckHorizon(horizon);
        double alive = AliveNow(customer);
        double[] sum = [1 - alive];
        double phases = Phases(customer);
        for (int phase = 0; phase < _regularity; phase++)
        {
            double weight = alive * Phase(customer, phase) / phases;
            if (weight > 0)
            {
                double[] counts = Future(customer, phase).Distribution(horizon);
                Array.Resize(ref sum, Math.Max(sum.Length, counts.Length));
                for (int n = 0; n < counts.Length; n++)
                {
                    sum[n] += weight * counts[n];
                }
            }
        }

        return NegativeBinomial.Trimmed(sum);
    }

    /// <inheritdoc/>
    public NextPurchase NextPurchase(PurchaseSummary customer, double level = 0.8)
    {
        Customers.Check(customer);
        Customers.CheckLevel(level);
        return new NextPurchase(Time(0.5), Time((1 - level) / 2), Time((1 + level) / 2), HasStopped(customer));

        double Time(double probability) => _regularity == 1
            ? (Alpha + customer.Age) * LogSpace.ExpM1(-LogSpace.Log1P(-probability) / (R + customer.Frequency))
            : WaitingTime.Quantile(time => Mix(customer, time, static (future, at) => future.Within(at)), probability);
    }

    /// <inheritdoc/>
    public double ExpectedPurchasesOfNew(double horizon)
    {
        Customers.CheckHorizon(horizon);
        return AliveAtFirst * New.Expected(horizon);
    }

    /// <inheritdoc/>
    public double ProbabilityOfNew(int count, double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Customers.CheckHorizon(horizon);
        double[] counts = New.Distribution(horizon);
        return (count < counts.Length ? AliveAtFirst * counts[count] : 0) + (count == 0 ? 1 - AliveAtFirst : 0);
    }

    private BetaGeometricFuture New => new(R, Alpha, A, B + _firstMayBeLast, _regularity);

    private double AliveAtFirst => _firstMayBeLast == 0 ? 1 : B / (A + B);

    private double AliveNow(in PurchaseSummary customer) => LogSpace.OneOver1PExp(LogOddsOfHavingStopped(customer));

    private double HasStopped(in PurchaseSummary customer) => LogSpace.OneOver1PExp(-LogOddsOfHavingStopped(customer));

    private double LogOddsOfHavingStopped(in PurchaseSummary customer)
    {
        int chances = customer.Frequency + _firstMayBeLast;
        return chances == 0
            ? double.NegativeInfinity
            : Math.Log(A / (B + chances - 1))
                + ((R + (_regularity * customer.Frequency)) * LogSpace.Log1P((customer.Age - customer.Recency) / (Alpha + customer.Recency)))
                - Math.Log(Phases(customer));
    }

    // The density of j ticks since the last purchase, against that of none.
    private double Phase(in PurchaseSummary customer, int phase)
    {
        double shape = R + (_regularity * customer.Frequency);
        double term = 1;
        for (int j = 0; j < phase; j++)
        {
            term *= (shape + j) / (j + 1) * ((customer.Age - customer.Recency) / (Alpha + customer.Age));
        }

        return term;
    }

    private double Phases(in PurchaseSummary customer)
    {
        double sum = 1;
        for (int phase = 1; phase < _regularity; phase++)
        {
            sum += Phase(customer, phase);
        }

        return sum;
    }

    private BetaGeometricFuture Future(in PurchaseSummary customer, int phase) => new(
        R + (_regularity * customer.Frequency) + phase, Alpha + customer.Age, A, B + customer.Frequency + _firstMayBeLast, _regularity, phase);

    private double Mix(in PurchaseSummary customer, double time, Func<BetaGeometricFuture, double, double> figure)
    {
        if (_regularity == 1)
        {
            return figure(Future(customer, 0), time);
        }

        double sum = 0;
        double phases = Phases(customer);
        for (int phase = 0; phase < _regularity; phase++)
        {
            double weight = Phase(customer, phase);
            sum += weight == 0 ? 0 : weight / phases * figure(Future(customer, phase), time);
        }

        return sum;
    }
}
