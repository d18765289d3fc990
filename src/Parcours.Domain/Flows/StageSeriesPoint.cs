using System.Collections.Immutable;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>The stage counts at one point of a series.</summary>
/// <param name="Date">The first local day of the period that begins; for the last point the day of the analysis date.</param>
/// <param name="At">The cut, inclusive: the last microsecond before the period, or the analysis date.</param>
/// <param name="PerStage">The count of each stage, by <see cref="Stage.Index"/>.</param>
public sealed record StageSeriesPoint(DateOnly Date, Instant At, ImmutableArray<long> PerStage);
