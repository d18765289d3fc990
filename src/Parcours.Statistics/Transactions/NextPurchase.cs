namespace Parcours.Statistics.Transactions;

/// <summary>
/// The time from the end of the window to the next purchase, given that there will be one. The mean of that time is often infinite in these models, so the
/// median stands for the expected date: as many such customers buy before it as after.
/// </summary>
/// <param name="Median">The median time, in the unit of the summary; plus infinity when it is beyond what a number can hold.</param>
/// <param name="Earliest">The lower end of the interval.</param>
/// <param name="Latest">The upper end of the interval; may be plus infinity.</param>
/// <param name="ProbabilityOfNever">The probability that no purchase will ever come, to which the three times do not apply.</param>
public readonly record struct NextPurchase(double Median, double Earliest, double Latest, double ProbabilityOfNever);
