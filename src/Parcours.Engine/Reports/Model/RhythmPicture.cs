namespace Parcours.Engine.Reports.Model;

/// <summary>How often customers buy.</summary>
/// <param name="Customers">Customers with at least one gap.</param>
/// <param name="Median">The median over customers of their own median gap, in days, and the same a year earlier.</param>
/// <param name="PooledGaps">All gaps of all customers.</param>
/// <param name="PooledMedian">Their median, in days: heavy buyers count more.</param>
/// <param name="Bins">Customers by their own median gap.</param>
/// <param name="Beyond">Customers whose gap is longer than the last bin.</param>
/// <param name="Thresholds">The thresholds of the lifecycle.</param>
internal sealed record RhythmPicture(
    long Customers, Twin Median, long PooledGaps, double? PooledMedian, IReadOnlyList<RhythmBin> Bins, long Beyond, IReadOnlyList<RhythmThreshold> Thresholds);
