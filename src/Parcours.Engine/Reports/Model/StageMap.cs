namespace Parcours.Engine.Reports.Model;

/// <summary>Where subjects stood and where they stand.</summary>
/// <param name="Counts">By stage: subjects at the date, and a year earlier.</param>
/// <param name="Flows">From the stage at <see cref="ReportScope.From"/> to that at <see cref="ReportScope.At"/>; they sum to the base.</param>
internal sealed record StageMap(IReadOnlyList<Twin> Counts, IReadOnlyList<StageFlow> Flows);
