namespace Parcours.Domain.Rfm;

/// <summary>The recency, frequency and money of one customer, and their scores from 1 to the number of quantiles, the best highest.</summary>
/// <param name="Subject">The subject's index.</param>
/// <param name="DaysSinceLastOrder">Local days from the last order to the date of the analysis.</param>
/// <param name="Orders">Orders that count.</param>
/// <param name="Spend">Net spend in minor units of the base's currency.</param>
/// <param name="Recency">The score of recency: the fewer days, the higher.</param>
/// <param name="Frequency">The score of the number of orders.</param>
/// <param name="Money">The score of spend.</param>
public readonly record struct RfmScore(int Subject, int DaysSinceLastOrder, int Orders, long Spend, short Recency, short Frequency, short Money);
