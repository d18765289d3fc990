namespace Parcours.Domain.Conversion;

/// <summary>A stay in a stage of the path, as resampling needs it.</summary>
/// <param name="Subject">Whose: what is resampled.</param>
/// <param name="Cell">Step, days it lasted and outcome, as <see cref="StayCells"/> numbers them.</param>
/// <param name="EnteredOn">The local day it began.</param>
internal readonly record struct Stay(int Subject, int Cell, int EnteredOn);
