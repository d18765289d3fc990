using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Segments;

/// <summary>The net spend of every subject of a base up to a date.</summary>
internal static class SpendScan
{
    /// <summary>By subject, in minor units of the base's currency.</summary>
    public static long[] Run(HistoryBase histories, Instant at)
    {
        long[] spends = new long[histories.SubjectCount];
        const int width = Timelines.BlockWidth;
        Parallel.For(
            0,
            (histories.SubjectCount + width - 1) / width,
            () =>
            {
                var fold = new Fold(histories);
                var spend = new SpendTally(fold);
                fold.Add(spend, SpendTally.Kinds);
                return (Fold: fold, Spend: spend);
            },
            (block, _, own) =>
            {
                for (int subject = block * width; subject < Math.Min(histories.SubjectCount, (block + 1) * width); subject++)
                {
                    if (own.Fold.Begin(subject, histories[subject].Until(at)))
                    {
                        own.Fold.MoveTo(at.Micros);
                        spends[subject] = own.Spend.Sum;
                    }
                }

                return own;
            },
            _ => { });
        return spends;
    }
}
