namespace Parcours.Domain.Conversion;

/// <summary>What share of the stays in a stage led on within a horizon.</summary>
/// <param name="HorizonDays">The horizon, in local days after the entry.</param>
/// <param name="Followed">Stays that began so long before the analysis date, or longer: those whose whole horizon could be watched.</param>
/// <param name="Converted">The Aalen-Johansen cumulative incidence of success, 0 to 1; null when too few stays were followed to say.</param>
/// <param name="Low">The lower end of the 95 % interval; null without an estimate or without resampling.</param>
/// <param name="High">The upper end.</param>
/// <param name="Exited">The cumulative incidence of the competing exit; null when too few stays were followed to say.</param>
public sealed record ConversionRate(int HorizonDays, long Followed, double? Converted, double? Low, double? High, double? Exited)
{
    /// <summary>The share still in the stage at the horizon: what neither success nor exit took; null without an estimate.</summary>
    public double? Remaining => 1 - Converted - Exited;
}
