using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>A threshold that can be tried on the map.</summary>
/// <param name="Name">Its name in the definition.</param>
/// <param name="Days">What the map is drawn with, in days.</param>
/// <param name="Stands">What it is worth as the definition stands, in days.</param>
/// <param name="Formula">How it comes from the rhythm of the base; null when the definition fixes it.</param>
/// <param name="RhythmDays">What the rhythm gives for it, where another length was adopted; null when nothing was adopted.</param>
/// <param name="CameBack">Those a silence of that length declared gone and who ordered again within 180 days; null for a threshold that declares nobody gone.</param>
public sealed record ThresholdControl(string Name, int Days, int Stands, LocalText? Formula, double? RhythmDays, ComeBack? CameBack)
{
    /// <summary>Whether somebody tries another length than the definition's.</summary>
    public bool IsTried => Days != Stands;

    /// <summary>The longest length that its slider reaches, in days.</summary>
    public int SliderEnd => Math.Min(ChosenThresholds.MostDays, Math.Max(90, (((Math.Max(Days, Stands) * 2) + 29) / 30) * 30));
}
