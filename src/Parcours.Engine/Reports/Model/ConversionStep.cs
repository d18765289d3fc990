namespace Parcours.Engine.Reports.Model;

/// <summary>A step of the path.</summary>
/// <param name="From">The stage entered.</param>
/// <param name="To">The next stage of the path: reaching it or a later one is success.</param>
/// <param name="Entries">Spells that began.</param>
/// <param name="Horizons">The estimates, by rising horizon.</param>
internal sealed record ConversionStep(int From, int To, long Entries, IReadOnlyList<ConversionAt> Horizons);
