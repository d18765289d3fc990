namespace Parcours.Statistics.Measures;

/// <summary>A bin of a calibration curve: the rows of neighbouring probabilities, what was said of them and what happened.</summary>
/// <param name="Rows">Rows in the bin, 1 or more.</param>
/// <param name="MeanProbability">The mean of the probabilities, 0 to 1.</param>
/// <param name="ObservedShare">The share with the outcome, 0 to 1; of a tie that two bins share, each takes its part.</param>
public readonly record struct CalibrationBin(int Rows, double MeanProbability, double ObservedShare);
