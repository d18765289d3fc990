namespace Parcours.Engine.Reports.Model;

/// <summary>The entries of one month into one step, at the compared horizon.</summary>
/// <param name="Entries">Stays that began.</param>
/// <param name="Share">The share that went on, 0 to 1; null when nobody entered or the horizon is not over for all of them.</param>
/// <param name="Low">The lower end of the 95 % interval; null without one.</param>
/// <param name="High">The upper end.</param>
internal sealed record ConversionEntry(long Entries, double? Share, double? Low, double? High);
