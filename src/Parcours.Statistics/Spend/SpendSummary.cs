namespace Parcours.Statistics.Spend;

/// <summary>What the spend model needs to know of one customer.</summary>
/// <param name="Frequency">x: repeat purchases, the first one not counted; 0 or more. Purchases of one day count once, their amounts added.</param>
/// <param name="MeanSpend">
/// z-bar: mean amount of the repeat purchases, in any currency as long as it is the same for everybody; not read when <paramref name="Frequency"/> is 0.
/// </param>
public readonly record struct SpendSummary(int Frequency, double MeanSpend);
