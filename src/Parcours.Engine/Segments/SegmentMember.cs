using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;

namespace Parcours.Engine.Segments;

/// <summary>A member of a segment at a date.</summary>
/// <param name="Subject">Its index.</param>
/// <param name="Since">Since when it is in the segment without a break.</param>
/// <param name="Until">When it leaves by itself if nothing more happens; <see cref="Instant.Never"/> for never.</param>
public readonly record struct SegmentMember(int Subject, Instant Since, Instant Until)
{
    /// <summary>The members at a date, from a subject on, in the order of the base, each as known at that date.</summary>
    /// <param name="analysis">The segment as a lifecycle on the base.</param>
    /// <param name="at">The date.</param>
    /// <param name="from">The first subject to look at.</param>
    public static IEnumerable<SegmentMember> Of(LifecycleAnalysis analysis, Instant at, int from = 0)
    {
        var reader = new StageReader(analysis);
        var spans = new List<StageSpan>();
        for (int subject = from; subject < analysis.Histories.SubjectCount; subject++)
        {
            if (analysis.Timelines.StageAt(subject, at) == SegmentDefinition.In)
            {
                Instant until = reader.Read(subject, analysis.Histories[subject].Until(at), at, spans);
                yield return new SegmentMember(subject, spans[^1].From, until);
            }
        }
    }
}
