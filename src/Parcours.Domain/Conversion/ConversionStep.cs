using System.Collections.Immutable;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Conversion;

/// <summary>One step of the path: from a stage to any later one. Counts are of stays; a subject that comes back begins another.</summary>
/// <param name="Stage">The stage whose entry starts the clock, by <see cref="Stage.Index"/>.</param>
/// <param name="Stays">Entries into the stage at or before the analysis date.</param>
/// <param name="Succeeded">Stays that ended in a later stage of the path.</param>
/// <param name="Left">Stays that ended off the path or in an earlier stage of it: the competing exit.</param>
/// <param name="Rates">One for each horizon, ascending.</param>
public sealed record ConversionStep(int Stage, long Stays, long Succeeded, long Left, ImmutableArray<ConversionRate> Rates)
{
    /// <summary>Stays that still run at the analysis date: neither a success nor a failure.</summary>
    public long Running => Stays - Succeeded - Left;

    /// <summary>The rate at a horizon.</summary>
    public ConversionRate At(int horizonDays) => Rates.Single(rate => rate.HorizonDays == horizonDays);
}
