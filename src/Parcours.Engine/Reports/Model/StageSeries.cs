namespace Parcours.Engine.Reports.Model;

/// <summary>Subjects in each stage over time.</summary>
/// <param name="Dates">The days counted at, in order.</param>
/// <param name="Counts">By stage, then by date.</param>
internal sealed record StageSeries(IReadOnlyList<DateOnly> Dates, IReadOnlyList<IReadOnlyList<long>> Counts);
