using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>Computes the timelines of a whole base, blocks of subjects in parallel.</summary>
internal static class TimelineScan
{
    public static Timelines Run(LifecycleDefinition definition, LifecycleContext context)
    {
        HistoryBase histories = context.Histories;
        int blocks = (histories.SubjectCount + Timelines.BlockWidth - 1) / Timelines.BlockWidth;
        var done = new Timelines.Block[blocks];
        Parallel.For(
            0,
            blocks,
            () => (Walk: new LifecycleWalk(definition, context), Spans: new List<StageSpan>()),
            (block, _, own) =>
            {
                done[block] = Block(definition, histories, own.Walk, own.Spans, block * Timelines.BlockWidth);
                return own;
            },
            _ => { });
        return new Timelines(definition.Stages, histories.SubjectCount, ImmutableArray.Create(done));
    }

    /// <summary>The spans of one subject, over all time or as its history stood at a cut.</summary>
    public static List<StageSpan> One(LifecycleDefinition definition, LifecycleContext context, int subject, Instant cut)
    {
        var walk = new LifecycleWalk(definition, context);
        var spans = new List<StageSpan>();
        if (definition.Subject == context.Histories.Subjects.TypeOf(subject) && walk.Begin(subject, context.Histories[subject].Until(cut)))
        {
            while (walk.Next(long.MaxValue))
            {
                spans.Add(new StageSpan(new Instant(walk.Fold.Now), (short)walk.Stage, (short)walk.Rule));
            }
        }

        return spans;
    }

    private static Timelines.Block Block(LifecycleDefinition definition, HistoryBase histories, LifecycleWalk walk, List<StageSpan> spans, int first)
    {
        int count = Math.Min(Timelines.BlockWidth, histories.SubjectCount - first);
        int[] starts = new int[count + 1];
        spans.Clear();
        for (int i = 0; i < count; i++)
        {
            if (histories.Subjects.TypeOf(first + i) == definition.Subject && walk.Begin(first + i))
            {
                while (walk.Next(long.MaxValue))
                {
                    spans.Add(new StageSpan(new Instant(walk.Fold.Now), (short)walk.Stage, (short)walk.Rule));
                }
            }

            starts[i + 1] = spans.Count;
        }

        return new Timelines.Block(starts, [.. spans]);
    }
}
