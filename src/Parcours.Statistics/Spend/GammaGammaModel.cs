using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Spend;

/// <summary>
/// The Gamma-Gamma model of spend: the amounts of a customer's purchases scatter around that customer's own mean (gamma, shape p), and those means differ
/// between customers (inverse gamma, shape q, scale p times gamma). Amounts are taken to be unrelated to how often a customer buys.
/// </summary>
/// <remarks>
/// Fader, P. S. and Hardie, B. G. S. (2013), "The Gamma-Gamma Model of Monetary Value", brucehardie.com/notes/025; equations are those of the note.
/// A mean over customers exists only for q above 1. Below, the observed mean stands in for it wherever the model would give an infinite or negative
/// amount; <see cref="HasPopulationMean"/> says which of the two was used.
/// </remarks>
public sealed class GammaGammaModel
{
    /// <summary>A model with given parameters.</summary>
    /// <param name="p">Shape of one customer's amounts; above 0, finite.</param>
    /// <param name="q">Shape of the spread between customers; above 0, finite.</param>
    /// <param name="gamma">Scale of the spread between customers, in the currency of the spend; above 0, finite.</param>
    /// <param name="observedMean">Mean over customers of their mean spend as observed; above 0. Needed when <paramref name="q"/> is 1 or less.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="q"/> is 1 or less and no observed mean was given.</exception>
    public GammaGammaModel(double p, double q, double gamma, double? observedMean = null)
    {
        P = Positive(p, nameof(p));
        Q = Positive(q, nameof(q));
        Gamma = Positive(gamma, nameof(gamma));
        ObservedMean = observedMean is { } mean ? Positive(mean, nameof(observedMean)) : null;
        if (q <= 1 && observedMean is null)
        {
            throw new ArgumentException("With q of 1 or less there is no mean over customers: give the observed mean.", nameof(observedMean));
        }
    }

    /// <summary>The model's short name: <c>gg</c>.</summary>
    public string Id => "gg";

    /// <summary>p: shape of one customer's amounts; the larger, the less they vary.</summary>
    public double P { get; }

    /// <summary>q: shape of the spread between customers; the larger, the more alike they are.</summary>
    public double Q { get; }

    /// <summary>gamma: scale of the spread between customers, in the currency of the spend.</summary>
    public double Gamma { get; }

    /// <summary>Mean over customers of their observed mean spend, where the model was told it.</summary>
    public double? ObservedMean { get; }

    /// <summary>Whether the model has a finite mean over customers (q above 1). When not, the observed mean stands in for it.</summary>
    public bool HasPopulationMean => Q > 1;

    /// <summary>Expected mean spend of a customer chosen at random: p gamma / (q - 1); the observed mean when q is 1 or less.</summary>
    public double PopulationMean => HasPopulationMean ? P * Gamma / (Q - 1) : ObservedMean!.Value;

    /// <summary>
    /// E[M | x, z-bar]: expected mean spend of a customer's purchases, future ones included (equation 5): the population mean and the customer's own
    /// mean, weighted q - 1 and p x. With q of 1 or less the observed mean takes the population mean's place, with weight q.
    /// </summary>
    /// <param name="customer">
    /// Without repeat purchases: the population mean. A mean spend of zero or less, which the model holds impossible, counts as zero.
    /// </param>
    public double ExpectedSpend(SpendSummary customer)
    {
        double x = Frequency(customer);
        double own = P * x;
        double prior = HasPopulationMean ? Q - 1 : Q;
        return x == 0 ? PopulationMean : ((prior * PopulationMean) + (own * Amount(customer))) / (own + prior);
    }

    /// <summary>
    /// The amount that a customer's own mean spend stays below with a given probability, from its posterior: p / M is gamma with shape p x + q
    /// and rate gamma + x z-bar. Says how far the history pins the customer down, with the parameters taken as known.
    /// </summary>
    /// <param name="customer">Without repeat purchases: the distribution over all customers.</param>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public double SpendQuantile(SpendSummary customer, double probability)
    {
        double x = Frequency(customer);
        double log = GammaDistribution.LogUpperQuantile((P * x) + Q, probability);
        return Math.Exp(Math.Log(P) + Math.Log(Rate(customer, x)) - log);
    }

    /// <summary>The interval that holds a customer's own mean spend with a given probability; see <see cref="SpendQuantile"/>.</summary>
    /// <param name="customer">Without repeat purchases: the interval that holds this share of all customers' means.</param>
    /// <param name="level">Probability of the interval, between 0 and 1, both excluded; .95 is usual.</param>
    public SpendInterval Interval(SpendSummary customer, double level)
    {
        double outside = (1 - level) / 2;
        return new SpendInterval(SpendQuantile(customer, outside), SpendQuantile(customer, 1 - outside));
    }

    /// <summary>Probability that a customer's own mean spend is at most an amount: the inverse of <see cref="SpendQuantile"/>.</summary>
    /// <param name="customer">Without repeat purchases: the share of all customers.</param>
    /// <param name="spend">The amount; the probability is 0 at zero and below.</param>
    public double ProbabilitySpendAtMost(SpendSummary customer, double spend)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsNaN(spend), true);
        double x = Frequency(customer);
        return spend <= 0 ? 0 : GammaDistribution.Upper((P * x) + Q, P * Rate(customer, x) / spend);
    }

    /// <summary>Log-density of the mean spend of a customer with repeat purchases (equation 1a); 0 for one without.</summary>
    /// <param name="customer">Its mean spend must be above 0 when there are repeat purchases; minus infinity otherwise.</param>
    public double LogLikelihood(SpendSummary customer)
    {
        double x = Frequency(customer);
        double z = customer.MeanSpend;
        if (x == 0 || z <= 0)
        {
            return x == 0 ? 0 : double.NegativeInfinity;
        }

        double px = P * x;
        double share = Math.Log(Gamma + (x * z));
        return -GammaFunctions.LogBeta(px, Q) + (px * (Math.Log(x * z) - share)) + (Q * (Math.Log(Gamma) - share)) - Math.Log(z);
    }

    /// <summary>Mean spends drawn from the model, one for each customer; 0 for a customer without repeat purchases.</summary>
    /// <param name="frequencies">x of each customer; 0 or more.</param>
    /// <param name="seed">The same seed gives the same amounts on every machine.</param>
    public SpendSummary[] Simulate(ReadOnlySpan<int> frequencies, ulong seed)
    {
        var random = new SeededRandom(seed);
        var spends = new SpendSummary[frequencies.Length];
        for (int i = 0; i < spends.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(frequencies[i], nameof(frequencies));
            double rate = random.NextGamma(Q, Gamma);
            spends[i] = new SpendSummary(frequencies[i], frequencies[i] == 0 ? 0 : random.NextGamma(P * frequencies[i], rate * frequencies[i]));
        }

        return spends;
    }

    private static double Frequency(SpendSummary customer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customer.Frequency, nameof(customer));
        if (customer.Frequency > 0 && !double.IsFinite(customer.MeanSpend))
        {
            throw new ArgumentOutOfRangeException(nameof(customer), customer.MeanSpend, "The mean spend of repeat purchases is a finite number.");
        }

        return customer.Frequency;
    }

    private static double Amount(SpendSummary customer) => Math.Max(0, customer.MeanSpend);

    private double Rate(SpendSummary customer, double x) => x == 0 ? Gamma : Gamma + (x * Amount(customer));

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "Above 0 and finite.");
}
