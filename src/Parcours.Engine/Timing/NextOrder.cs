namespace Parcours.Engine.Timing;

/// <summary>When one customer is expected to order next.</summary>
/// <param name="Subject">Whose, as an index of the base.</param>
/// <param name="Orders">Distinct purchase days so far.</param>
/// <param name="LastDay">The last of them, as a local day number.</param>
/// <param name="OwnDays">The customer's own rhythm in days, drawn towards the base's.</param>
/// <param name="ExpectedDay">The day expected by the method in use, if an order comes within the horizon.</param>
/// <param name="EarliestDay">The start of its 80 % interval, from the errors of the backtest.</param>
/// <param name="LatestDay">Its end.</param>
/// <param name="ConstantDay">The day the constant baseline says, for comparison.</param>
/// <param name="Chance">The probability of an order within the horizon, by the method in use.</param>
public readonly record struct NextOrder(
    int Subject, int Orders, int LastDay, double OwnDays, int ExpectedDay, int EarliestDay, int LatestDay, int ConstantDay, double Chance);
