namespace Parcours.Engine.WinBack;

/// <summary>What one customer may bring within the horizon.</summary>
/// <param name="Subject">The customer's index.</param>
/// <param name="Probability">The probability of an order within the horizon, 0 to 1.</param>
/// <param name="ExpectedBasket">What one order is expected to be worth, in major units of the base's currency.</param>
/// <param name="ExpectedValue">Probability x expected basket x orders made by those who come, in major units.</param>
public readonly record struct Opportunity(int Subject, double Probability, double ExpectedBasket, double ExpectedValue);
