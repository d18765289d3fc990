namespace Parcours.Engine.Predictions;

/// <summary>What is foretold of one customer.</summary>
/// <param name="Subject">The customer's index.</param>
/// <param name="ProbabilityAlive">The probability of not having stopped buying for good, 0 to 1.</param>
/// <param name="ProbabilityNoOrder">The probability of no order within the horizon, 0 to 1.</param>
/// <param name="ExpectedOrders">Orders expected within the horizon.</param>
/// <param name="ExpectedValue">What they are expected to be worth, in major units of the base's currency; not discounted.</param>
/// <param name="Clv365">What the next 365 days are expected to bring, discounted at 10 % a year, in major units.</param>
/// <param name="NextOrderDays">The median number of days to the next order, if one comes; infinite beyond ten years.</param>
/// <param name="NextOrderEarliest">The lower end of its 80 % interval.</param>
/// <param name="NextOrderLatest">The upper end of its 80 % interval; infinite beyond ten years.</param>
/// <param name="Churn">The churn score, 0 to 1; null when there is none.</param>
public readonly record struct CustomerForecast(
    int Subject,
    double ProbabilityAlive,
    double ProbabilityNoOrder,
    double ExpectedOrders,
    double ExpectedValue,
    double Clv365,
    double NextOrderDays,
    double NextOrderEarliest,
    double NextOrderLatest,
    double? Churn);
