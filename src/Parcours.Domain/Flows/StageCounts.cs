using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>
/// How many subjects stand in each stage at an instant. A subject counts from its first fact on;
/// one that the lifecycle does not cover never counts.
/// </summary>
/// <param name="At">The instant, inclusive.</param>
/// <param name="PerStage">The count of each stage, by <see cref="Stage.Index"/>.</param>
public sealed record StageCounts(Instant At, ImmutableArray<long> PerStage)
{
    /// <summary>All subjects counted: those with a first fact at or before the instant.</summary>
    public long Subjects => PerStage.Sum();

    /// <summary>Counts the subjects of each stage at an instant.</summary>
    public static StageCounts Of(Timelines timelines, Instant at)
    {
        long[] counts = SubjectRanges.Count(timelines.SubjectCount, timelines.Stages.Length, (into, first, end) =>
        {
            for (int subject = first; subject < end; subject++)
            {
                int stage = timelines.StageAt(subject, at);
                if (stage >= 0)
                {
                    into[stage]++;
                }
            }
        });
        return new StageCounts(at, [.. counts]);
    }
}
