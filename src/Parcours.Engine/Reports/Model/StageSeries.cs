using Parcours.Domain.Time;

namespace Parcours.Engine.Reports.Model;

/// <summary>Subjects in each stage over time.</summary>
/// <param name="Unit">Whether it counts by day, week or month.</param>
/// <param name="Dates">The days counted at, in order.</param>
/// <param name="Counts">By stage, then by date.</param>
internal sealed record StageSeries(CalendarUnit Unit, IReadOnlyList<DateOnly> Dates, IReadOnlyList<IReadOnlyList<long>> Counts);
