using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Opportunities;

/// <summary>
/// The BG/BB model: at every opportunity a customer who is still one buys with a chance of their own (beta, shapes alpha and beta), and before every
/// opportunity leaves for good with another chance of their own (beta, shapes gamma and delta). The discrete sibling of Pareto/NBD.
/// </summary>
/// <remarks>
/// Fader, P. S., Hardie, B. G. S. and Shang, J. (2010), "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29(6),
/// 1086-1108. Sums and products are taken in logarithms; every answer is finite for every allowed argument.
/// </remarks>
public sealed class BgBbModel
{
    private volatile BgBbTables _tables;

    /// <summary>A model with given parameters, each above 0 and finite.</summary>
    /// <param name="alpha">Shape of the chance to buy: weight of buying.</param>
    /// <param name="beta">Shape of the chance to buy: weight of not buying.</param>
    /// <param name="gamma">Shape of the chance to leave: weight of leaving.</param>
    /// <param name="delta">Shape of the chance to leave: weight of staying.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0, or not finite.</exception>
    public BgBbModel(double alpha, double beta, double gamma, double delta)
        : this(alpha, beta, gamma, delta, reach: 16)
    {
    }

    private BgBbModel(double alpha, double beta, double gamma, double delta, int reach)
    {
        Alpha = Positive(alpha, nameof(alpha));
        Beta = Positive(beta, nameof(beta));
        Gamma = Positive(gamma, nameof(gamma));
        Delta = Positive(delta, nameof(delta));
        _tables = new BgBbTables(alpha, beta, gamma, delta, reach);
        Parameters = [alpha, beta, gamma, delta];
    }

    /// <summary>The model's short name: <c>bgbb</c>.</summary>
    public string Id => "bgbb";

    /// <summary>The names of the parameters, in the order of <see cref="Parameters"/>.</summary>
    public IReadOnlyList<string> ParameterNames { get; } = ["alpha", "beta", "gamma", "delta"];

    /// <summary>The values of the parameters, each above 0.</summary>
    public IReadOnlyList<double> Parameters { get; }

    /// <summary>alpha: weight of buying at an opportunity.</summary>
    public double Alpha { get; }

    /// <summary>beta: weight of not buying at an opportunity.</summary>
    public double Beta { get; }

    /// <summary>gamma: weight of leaving before an opportunity.</summary>
    public double Gamma { get; }

    /// <summary>delta: weight of staying before an opportunity.</summary>
    public double Delta { get; }

    /// <summary>ln of the chance of a customer's history; 0 for one without opportunities.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The summary cannot be that of a customer.</exception>
    public double LogLikelihood(OpportunitySummary customer) => Logs(customer).Both;

    /// <summary>Probability that a customer will still be one at opportunity n + <paramref name="ahead"/>, as known after opportunity n (equation A10).</summary>
    /// <param name="customer">The history; without opportunities so far, what is asked is the chance of a new customer.</param>
    /// <param name="ahead">0 for the last opportunity seen, 1 for the next one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The summary cannot be that of a customer, or <paramref name="ahead"/> is below 0.</exception>
    public double ProbabilityAlive(OpportunitySummary customer, int ahead = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ahead);
        double alive = AliveAtLast(customer);
        for (int t = 0; t < ahead; t++)
        {
            alive *= StaysAt(customer.Opportunities + t);
        }

        return alive;
    }

    /// <summary>Expected purchases of a new customer in the first opportunities (the sum that the paper's closed form stands for).</summary>
    /// <param name="opportunities">How many; 0 or more.</param>
    public double ExpectedPurchasesOfNew(int opportunities) => Alpha / (Alpha + Beta) * Stays(0, opportunities, discount: 1);

    /// <summary>Expected purchases of a customer in the next opportunities, given the history (equation 13, as the sum that it closes).</summary>
    /// <param name="customer">Without any purchase: as for the others, the history then being n refusals.</param>
    /// <param name="opportunities">n*: how many lie ahead; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The summary cannot be that of a customer, or the count is below 0.</exception>
    public double ExpectedPurchases(OpportunitySummary customer, int opportunities) =>
        AliveAtLast(customer) * BuysWhenAlive(customer) * Stays(customer.Opportunities, opportunities, discount: 1);

    /// <summary>
    /// Expected purchases of a customer in the next opportunities, each discounted to now: the t-th counts 1 / (1 + rate)^t. Over all opportunities to
    /// come this is DERT, the discounted expected residual transactions of the paper.
    /// </summary>
    /// <param name="customer">The history.</param>
    /// <param name="ratePerOpportunity">d, above 0: .1 for 10 % from one opportunity to the next.</param>
    /// <param name="opportunities">How many lie ahead; null for all of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The summary cannot be that of a customer, the rate is not above 0, or the count is below 0.</exception>
    public double DiscountedPurchases(OpportunitySummary customer, double ratePerOpportunity, int? opportunities = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Positive(ratePerOpportunity, nameof(ratePerOpportunity)));
        return AliveAtLast(customer) * BuysWhenAlive(customer) * Stays(customer.Opportunities, opportunities ?? int.MaxValue, 1 / (1 + ratePerOpportunity));
    }

    /// <summary>Probability that a customer buys at none of the next opportunities, given the history: the churn score to use.</summary>
    /// <param name="customer">The history.</param>
    /// <param name="opportunities">How many lie ahead; with 0 the probability is 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The summary cannot be that of a customer, or the count is below 0.</exception>
    public double ProbabilityNoPurchase(OpportunitySummary customer, int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        double alive = AliveAtLast(customer);
        BgBbModel ahead = After(customer, opportunities);
        return 1 - alive + (alive * ahead.ProbabilityOfNew(0, opportunities));
    }

    /// <summary>Probability that a new customer buys at exactly <paramref name="count"/> of the first opportunities.</summary>
    /// <param name="count">0 or more; above <paramref name="opportunities"/> the probability is 0.</param>
    /// <param name="opportunities">How many; 0 or more.</param>
    public double ProbabilityOfNew(int count, int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        BgBbTables tables = Tables(opportunities);
        double logChoices = 0;
        double sum = 0;
        for (int m = count; m <= opportunities; m++)
        {
            // Gone after opportunity m, or not gone by the last one; `count` purchases among m in any order.
            double end = m == opportunities ? 0 : Math.Log(Gamma / (Gamma + Delta + m));
            sum += Math.Exp(logChoices + tables.LogPurchases(count, m) + tables.LogSurvival(m) + end);
            logChoices += Math.Log((m + 1.0) / (m + 1.0 - count));
        }

        return Math.Min(1, sum);
    }

    /// <summary>Probabilities of 0, 1, ... purchases of a customer in the next opportunities, given the history.</summary>
    /// <param name="customer">The history.</param>
    /// <param name="opportunities">How many lie ahead; 0 or more.</param>
    /// <returns>One probability more than there are opportunities; they sum to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The summary cannot be that of a customer, or the count is below 0.</exception>
    public double[] PurchaseCountDistribution(OpportunitySummary customer, int opportunities)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        double alive = AliveAtLast(customer);
        BgBbModel ahead = After(customer, opportunities);
        var probabilities = new double[opportunities + 1];
        for (int count = 0; count <= opportunities; count++)
        {
            probabilities[count] = alive * ahead.ProbabilityOfNew(count, opportunities);
        }

        probabilities[0] += 1 - alive;
        return probabilities;
    }

    /// <summary>Histories drawn from the model, one for each customer.</summary>
    /// <param name="opportunities">n of each customer; 0 or more.</param>
    /// <param name="seed">The same seed gives the same histories on every machine.</param>
    public OpportunitySummary[] Simulate(ReadOnlySpan<int> opportunities, ulong seed)
    {
        var random = new SeededRandom(seed);
        var histories = new OpportunitySummary[opportunities.Length];
        for (int i = 0; i < histories.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(opportunities[i], nameof(opportunities));
            double buys = random.NextBeta(Alpha, Beta).Value;
            double leaves = random.NextBeta(Gamma, Delta).Value;
            int frequency = 0;
            int recency = 0;
            for (int t = 1; t <= opportunities[i] && random.NextDouble() >= leaves; t++)
            {
                if (random.NextDouble() < buys)
                {
                    frequency++;
                    recency = t;
                }
            }

            histories[i] = new OpportunitySummary(frequency, recency, opportunities[i]);
        }

        return histories;
    }

    // The chance that a customer is alive at opportunity n itself; the two expectations and the distribution start from there.
    private double AliveAtLast(OpportunitySummary customer)
    {
        (double alive, double both) = Logs(customer);
        return Math.Min(1, Math.Exp(alive - both));
    }

    // Alive after n opportunities, both chances keep their beta form, with what was seen added to the shapes.
    private BgBbModel After(OpportunitySummary customer, int reach) =>
        new(Alpha + customer.Frequency, Beta + customer.Opportunities - customer.Frequency, Gamma, Delta + customer.Opportunities, reach);

    private double StaysAt(int opportunity) => (Delta + opportunity) / (Gamma + Delta + opportunity);

    private double BuysWhenAlive(OpportunitySummary customer) => (Alpha + customer.Frequency) / (Alpha + Beta + customer.Opportunities);

    // Sum over t = 1, 2, ... of discount^t times the chance to stay through t more opportunities after the first `passed`.
    private double Stays(int passed, int opportunities, double discount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(opportunities);
        double sum = 0;
        double stay = 1;
        for (int t = 0; t < opportunities; t++)
        {
            stay *= discount * StaysAt(passed + t);
            sum += stay;
            if (discount < 1 && stay <= 1e-17 * (1 - discount) * sum)
            {
                break;
            }
        }

        return sum;
    }

    private (double Alive, double Both) Logs(OpportunitySummary customer)
    {
        customer.ThrowUnlessPossible();
        return BgBbLikelihood.Logs(customer, Tables(customer.Opportunities), Gamma, Delta);
    }

    private BgBbTables Tables(int opportunities)
    {
        if (_tables.Opportunities < opportunities)
        {
            _tables = new BgBbTables(Alpha, Beta, Gamma, Delta, Math.Max(opportunities, 2 * _tables.Opportunities));
        }

        return _tables;
    }

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "Above 0 and finite.");
}
