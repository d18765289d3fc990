namespace Parcours.Statistics.Measures;

/// <summary>A tenth of the rows, by score, and what it holds of the outcome.</summary>
/// <param name="Number">1 for the highest scores, 10 for the lowest.</param>
/// <param name="Rows">Rows in the decile, 1 or more.</param>
/// <param name="Outcome">The sum of the outcome in it: a count of rows, or an amount; of a tie that two deciles share, each takes its part.</param>
/// <param name="Rate">Outcome a row.</param>
/// <param name="Lift">The rate over that of all rows: 2 means twice as much as rows drawn at random.</param>
/// <param name="Gain">The share of the whole outcome held by this decile and those above it, 0 to 1; 1 in the last.</param>
/// <param name="CumulativeLift">The rate of this decile and those above it over that of all rows; 1 in the last.</param>
public readonly record struct LiftDecile(int Number, int Rows, double Outcome, double Rate, double Lift, double Gain, double CumulativeLift);
