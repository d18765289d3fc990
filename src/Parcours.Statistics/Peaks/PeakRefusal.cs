namespace Parcours.Statistics.Peaks;

/// <summary>Why no peak was looked for.</summary>
public enum PeakRefusal
{
    /// <summary>Fewer than <see cref="RatePeaks.FewestEvents"/> events: chance could draw any shape.</summary>
    TooFewEvents,

    /// <summary>Fewer than <see cref="RatePeaks.FewestPeriods"/> periods at risk: nothing tells a peak from the baseline.</summary>
    TooFewPeriods,

    /// <summary>No smooth curve could be drawn through the periods.</summary>
    NoBaseline,
}
