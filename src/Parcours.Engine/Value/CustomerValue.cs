namespace Parcours.Engine.Value;

/// <summary>What a customer is expected to bring, in whole units of the base's currency.</summary>
/// <param name="Subject">The customer's place in the base.</param>
/// <param name="Purchases">Purchase days by the cut.</param>
/// <param name="Spent">Net spend by the cut.</param>
/// <param name="Expected">Discounted expected spend within the horizon; 0 or more.</param>
/// <param name="Low">The lower end of its 95 % interval, of what the models leave open and not of the customer's own luck; null when there is no honest one.</param>
/// <param name="High">The upper end; null with <paramref name="Low"/>.</param>
/// <param name="MarginRate">The share of the customer's spend that is margin, drawn towards the base's; null when no cost is known.</param>
/// <param name="Decile">1 for the tenth of the customers with the highest expected spend, up to 10.</param>
public readonly record struct CustomerValue(int Subject, int Purchases, double Spent, double Expected, double? Low, double? High, double? MarginRate, int Decile);
