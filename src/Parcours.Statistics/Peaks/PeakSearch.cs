using System.Collections.Immutable;

namespace Parcours.Statistics.Peaks;

/// <summary>A series of rates with its baseline and the peaks above it.</summary>
/// <param name="Rates">The rate of each period, as counted.</param>
/// <param name="Expected">The events that the baseline foresees in each period; empty when no peak was looked for.</param>
/// <param name="Dispersion">How much more the counts scatter around the baseline than chance alone makes them: 1 for pure chance. Tests and intervals are widened by it.</param>
/// <param name="Peaks">The peaks, the surest first.</param>
/// <param name="Refusal">Why none was looked for; null when they were.</param>
public sealed record PeakSearch(
    ImmutableArray<PoissonRate> Rates, ImmutableArray<double> Expected, double Dispersion, ImmutableArray<RatePeak> Peaks, PeakRefusal? Refusal);
