using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;

namespace Parcours.Engine.Indicators;

/// <summary>All indicators of one window.</summary>
public sealed record IndicatorSet(
    Window Window,
    Sales Sales,
    BasketEvolution Baskets,
    IReadOnlyList<FavouriteCategory> Categories,
    Attachment Attachment,
    Abandonment Carts,
    Abandonment Checkouts,
    IReadOnlyList<StageBasket> Stages)
{
    /// <summary>Computes them.</summary>
    public static IndicatorSet Compute(HistoryBase histories, Window window, StageNames stages) => new(
        window,
        Sales.Compute(histories, window),
        BasketEvolution.Compute(histories, window),
        FavouriteCategories.Compute(histories, window),
        AttachmentScan.Compute(histories, window),
        Abandonment.OfCarts(histories, window),
        Abandonment.OfCheckouts(histories, window),
        StageBaskets.Compute(histories, stages.Timelines, window));
}
