using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Indicators;

/// <summary>The average basket by stage.</summary>
public static class StageBaskets
{
    /// <summary>Computes it in one pass: each subject counts in the stage it is in at the end of the window.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="timelines">The stages of its subjects.</param>
    /// <param name="window">Whose orders count.</param>
    public static IReadOnlyList<StageBasket> Compute(HistoryBase histories, Timelines timelines, Window window)
    {
        int stages = timelines.Stages.Length;
        long[] sums = SubjectRanges.Count(histories.SubjectCount, stages * 3, (partial, from, to) =>
        {
            var net = new NetOrders(histories.Currency);
            for (int subject = from; subject < to; subject++)
            {
                int stage = timelines.StageAt(subject, window.To);
                if (stage < 0)
                {
                    continue;
                }

                net.Read(histories[subject].Until(window.To), window.After);
                partial[stage * 3]++;
                partial[(stage * 3) + 1] += net.Count;
                partial[(stage * 3) + 2] += net.Spend;
            }
        });
        return [.. Enumerable.Range(0, stages).Select(stage => new StageBasket(stage, sums[stage * 3], sums[(stage * 3) + 1], sums[(stage * 3) + 2]))];
    }
}
