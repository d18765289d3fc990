namespace Parcours.Engine.Value;

/// <summary>A tenth of the customers by expected spend, the highest first. Amounts are whole units of the base's currency.</summary>
/// <param name="Number">1 to 10.</param>
/// <param name="Customers">How many.</param>
/// <param name="Expected">What they are expected to spend together.</param>
/// <param name="Share">Of what all customers are expected to spend, 0 to 1.</param>
/// <param name="Least">The lowest expectation among them: what it takes to be in this tenth.</param>
/// <param name="Spent">What they have spent so far.</param>
public readonly record struct ValueDecile(int Number, int Customers, double Expected, double Share, double Least, double Spent);
