namespace Parcours.Statistics.Peaks;

/// <summary>A run of periods in which events come more often than the baseline foresees, by more than chance explains.</summary>
/// <param name="First">The first period of the run, from 0.</param>
/// <param name="Last">The last one.</param>
/// <param name="Events">What happened in the run.</param>
/// <param name="Expected">What the baseline, drawn from the periods outside the peaks, foresees; above 0.</param>
/// <param name="Interval">Of <see cref="Ratio"/>: exact for the events counted, widened by the dispersion; the baseline's own uncertainty is not in it.</param>
/// <param name="Probability">
/// How often chance alone, under a baseline without peaks, raises a run as marked as this one anywhere in the series. It counts all runs looked at, so it needs no further correction
/// within a series.
/// </param>
public sealed record RatePeak(int First, int Last, long Events, double Expected, ConfidenceInterval Interval, double Probability)
{
    /// <summary>How many times the baseline: 2 is twice as often.</summary>
    public double Ratio => Events / Expected;
}
