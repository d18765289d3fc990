using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>What is at stake with those who lapse: what each spent in the year that ended with their last order, refunds taken off.</summary>
/// <param name="Subjects">How many stand in one of the stages.</param>
/// <param name="Spend">The sum, in minor units of the base's currency.</param>
public readonly record struct LapsingStake(long Subjects, long Spend)
{
    /// <summary>Computes it in one pass.</summary>
    /// <param name="timelines">The spans.</param>
    /// <param name="histories">The base they were computed from.</param>
    /// <param name="at">The date, inclusive.</param>
    /// <param name="stages">By stage: whether it counts.</param>
    public static LapsingStake Of(Timelines timelines, HistoryBase histories, Instant at, IReadOnlyList<bool> stages)
    {
        long[] sums = SubjectRanges.Count(timelines.SubjectCount, 2, (into, first, end) =>
        {
            var orders = new NetOrders(histories.Currency);
            for (int subject = first; subject < end; subject++)
            {
                ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                int place = Timelines.At(spans, at);
                if (place < 0 || !stages[spans[place].Stage])
                {
                    continue;
                }

                into[0]++;
                History history = histories[subject].Until(at);
                int last = history.Count - 1;
                while (last >= 0 && history.Facts[last].Kind != FactKind.Order)
                {
                    last--;
                }

                if (last >= 0)
                {
                    orders.Read(history, YearEarlier.Of(history.Facts[last].At, histories.Calendar));
                    into[1] += orders.Spend;
                }
            }
        });
        return new(sums[0], sums[1]);
    }
}
