using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Domain.Timing;

namespace Parcours.Engine.Timing;

/// <summary>The right moment: for the n-th order, overall and by category, and for each customer.</summary>
/// <param name="At">The date: later facts are not known.</param>
/// <param name="Moment">The best days for the n-th order; null with <paramref name="MomentRefusal"/>.</param>
/// <param name="MomentRefusal">Why they cannot be told.</param>
/// <param name="Categories">The same within each of the largest categories where it can be told, largest first; empty when one category was asked for.</param>
/// <param name="Next">The date of each customer's next order; null with <paramref name="NextRefusal"/>.</param>
/// <param name="NextRefusal">Why there is none.</param>
public sealed record OrderTiming(
    Instant At, OrderMoment? Moment, TimingRefusal? MomentRefusal, ImmutableArray<OrderMoment> Categories, NextOrders? Next, TimingRefusal? NextRefusal)
{
    private const int MostCategories = 12;
    private const double Level = 0.05; // over all categories together

    /// <summary>Computes it.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date.</param>
    /// <param name="nth">Which order: 2 or more.</param>
    /// <param name="silence">How the inactivity threshold is found.</param>
    /// <param name="category">A category's term; 0 for all orders, and then each of the twelve largest categories too.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    public static OrderTiming Compute(HistoryBase histories, Instant at, int nth, ThresholdRule silence, int category = 0, Action<double>? progress = null)
    {
        (OrderMoment? moment, TimingRefusal? momentRefusal) = OrderMoment.Compute(histories, at, nth, category);
        progress?.Invoke(0.1);
        (NextOrders? next, TimingRefusal? nextRefusal) = NextOrders.Compute(histories, at, silence, category, share => progress?.Invoke(0.1 + (0.6 * share)));
        var categories = ImmutableArray.CreateBuilder<OrderMoment>();
        ImmutableArray<int> largest = category == 0 ? LargestCategories.Of(histories, at, MostCategories) : [];
        for (int i = 0; i < largest.Length; i++)
        {
            if (OrderMoment.Compute(histories, at, nth, largest[i], Level / largest.Length).Moment is { } told)
            {
                categories.Add(told);
            }

            progress?.Invoke(0.7 + (0.3 * (i + 1) / largest.Length));
        }

        return new OrderTiming(at, moment, momentRefusal, categories.ToImmutable(), next, nextRefusal);
    }
}
