namespace Parcours.Engine.Reports.Model;

/// <summary>How long a stay in a stage lasts, running stays counted as censored.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Spells">Stays that began.</param>
/// <param name="Running">Those still running at the date.</param>
/// <param name="LowerQuartile">Days after which a quarter has left; null when fewer ever do.</param>
/// <param name="Median">Days after which half has left; null when fewer ever do.</param>
/// <param name="UpperQuartile">Days after which three quarters have left; null when fewer ever do.</param>
/// <param name="MedianYearEarlier">The median estimated a year earlier.</param>
internal sealed record StageStay(int Stage, long Spells, long Running, double? LowerQuartile, double? Median, double? UpperQuartile, double? MedianYearEarlier)
{
    /// <summary>The 95 % intervals of the three quartiles, in days; an end is null when it is not reached.</summary>
    public (Domain.Flows.DayInterval Lower, Domain.Flows.DayInterval Median, Domain.Flows.DayInterval Upper) Intervals { get; init; }
}
