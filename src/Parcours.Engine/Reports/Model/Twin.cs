namespace Parcours.Engine.Reports.Model;

/// <summary>A figure and the same one a year earlier.</summary>
/// <param name="Now">The figure; null when it cannot be computed.</param>
/// <param name="YearEarlier">The same at the same date a year earlier; null when there was nothing to measure.</param>
public readonly record struct Twin(double? Now, double? YearEarlier)
{
    /// <summary>The change as a share of the earlier figure; null without one.</summary>
    public double? Change => Now is { } now && YearEarlier is { } before && before > 0 ? (now - before) / before : null;
}
