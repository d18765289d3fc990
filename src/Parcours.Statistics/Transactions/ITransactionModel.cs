namespace Parcours.Statistics.Transactions;

/// <summary>
/// A fitted or chosen model of when customers buy and when they silently stop. Times are in the unit of the summaries it was fitted on (weeks are usual).
/// All models are stationary: a seasonal peak after the window is not foreseen. Answers are finite for every summary and horizon in the stated ranges.
/// </summary>
public interface ITransactionModel
{
    /// <summary>The model's short name: <c>bgnbd</c>, <c>mbgnbd</c>, <c>mbgcnbd</c>, <c>pnbd</c>, <c>nbd</c>, <c>bgbb</c>.</summary>
    string Id { get; }

    /// <summary>The names of the parameters, in the order of <see cref="Parameters"/>.</summary>
    IReadOnlyList<string> ParameterNames { get; }

    /// <summary>The values of the parameters, each above 0.</summary>
    IReadOnlyList<double> Parameters { get; }

    /// <summary>The natural logarithm of the density of the customer's purchases. It has no upper bound, since times are continuous.</summary>
    /// <param name="customer">What the customer did.</param>
    double LogLikelihood(PurchaseSummary customer);

    /// <summary>The probability that the customer has not stopped buying for good by the age T + <paramref name="ahead"/>, as known at the age T.</summary>
    /// <param name="customer">What the customer did until T.</param>
    /// <param name="ahead">Time after T, 0 or more; nothing is assumed about purchases in it.</param>
    double ProbabilityAlive(PurchaseSummary customer, double ahead = 0);

    /// <summary>The expected number of purchases in (T, T + <paramref name="horizon"/>], the chance of having stopped included.</summary>
    /// <param name="customer">What the customer did until T.</param>
    /// <param name="horizon">Time after T, 0 or more.</param>
    double ExpectedPurchases(PurchaseSummary customer, double horizon);

    /// <summary>The probability of no purchase at all in (T, T + <paramref name="horizon"/>]: the churn score to use. 1 at a horizon of 0.</summary>
    /// <param name="customer">What the customer did until T.</param>
    /// <param name="horizon">Time after T, 0 or more.</param>
    double ProbabilityNoPurchase(PurchaseSummary customer, double horizon);

    /// <summary>
    /// The probabilities of 0, 1, 2... purchases in (T, T + <paramref name="horizon"/>], up to the count above which less than 1e-9 is left, or 10,000 at most.
    /// </summary>
    /// <param name="customer">What the customer did until T.</param>
    /// <param name="horizon">Time after T, 0 or more.</param>
    double[] PurchaseCountDistribution(PurchaseSummary customer, double horizon);

    /// <summary>When the customer will buy next, and the probability that it never happens.</summary>
    /// <param name="customer">What the customer did until T.</param>
    /// <param name="level">The probability inside the interval, strictly between 0 and 1.</param>
    NextPurchase NextPurchase(PurchaseSummary customer, double level = 0.8);

    /// <summary>The expected number of repeat purchases of a customer of whom nothing is known but the first purchase, <paramref name="horizon"/> after it.</summary>
    /// <param name="horizon">Time since the first purchase, 0 or more.</param>
    double ExpectedPurchasesOfNew(double horizon);

    /// <summary>The probability that such a customer has made exactly <paramref name="count"/> repeat purchases by <paramref name="horizon"/>.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="horizon">Time since the first purchase, 0 or more.</param>
    double ProbabilityOfNew(int count, double horizon);
}
