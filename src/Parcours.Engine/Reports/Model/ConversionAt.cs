namespace Parcours.Engine.Reports.Model;

/// <summary>An estimated share with its 95 % interval.</summary>
/// <param name="Days">The horizon.</param>
/// <param name="Share">The share, 0 to 1; null when no spell is observed that long.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="YearEarlier">The same estimated a year earlier; null when nothing could be.</param>
internal sealed record ConversionAt(int Days, double? Share, double Low, double High, double? YearEarlier);
