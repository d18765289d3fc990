namespace Parcours.Engine.Predictions.Cases;

/// <summary>What became of the lines of a file of cases.</summary>
/// <param name="Evaluated">Lines with figures.</param>
/// <param name="Faults">Lines without, in the order of the file.</param>
public sealed record CaseCounts(long Evaluated, IReadOnlyList<CaseFault> Faults);
