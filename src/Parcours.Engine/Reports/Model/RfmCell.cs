namespace Parcours.Engine.Reports.Model;

/// <summary>Customers with the same recency and frequency scores.</summary>
/// <param name="Recency">1, bought long ago, to the number of quantiles, bought lately.</param>
/// <param name="Frequency">1, few orders, to the number of quantiles, many.</param>
/// <param name="Customers">How many.</param>
/// <param name="Spend">Their net spend, in minor units.</param>
internal sealed record RfmCell(int Recency, int Frequency, long Customers, long Spend);
