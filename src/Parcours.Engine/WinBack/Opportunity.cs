using Parcours.Statistics.Uplift;

namespace Parcours.Engine.WinBack;

/// <summary>What one customer may bring within the horizon.</summary>
/// <param name="Subject">The customer's index.</param>
/// <param name="Probability">The probability of an order within the horizon, 0 to 1.</param>
/// <param name="ExpectedBasket">What one order is expected to be worth, in major units of the base's currency.</param>
/// <param name="ExpectedValue">Probability x expected basket x orders made by those who come, in major units.</param>
/// <param name="IncrementalProbability">What contacting adds to the probability, -1 to 1; null on a list of potential.</param>
/// <param name="IncrementalValue">
/// Incremental probability x expected basket x orders made by those who come, in major units; its interval is that of the probability, the basket taken as known. Null on a list of potential.
/// </param>
public readonly record struct Opportunity(
    int Subject, double Probability, double ExpectedBasket, double ExpectedValue, Effect? IncrementalProbability, Effect? IncrementalValue);
