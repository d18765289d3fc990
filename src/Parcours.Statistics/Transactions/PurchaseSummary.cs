namespace Parcours.Statistics.Transactions;

/// <summary>
/// What the transaction models need to know of one customer, in any unit of time as long as it is the same everywhere (weeks are usual).
/// Purchases of one day count once.
/// </summary>
/// <param name="Frequency">x: repeat purchases, the first one not counted; 0 or more.</param>
/// <param name="Recency">t_x: age at the last purchase, from the first; 0 when there is no repeat purchase, at most <paramref name="Age"/>.</param>
/// <param name="Age">T: age at the end of the window, from the first purchase; 0 or more.</param>
public readonly record struct PurchaseSummary(int Frequency, double Recency, double Age);
