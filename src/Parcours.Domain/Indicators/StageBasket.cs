namespace Parcours.Domain.Indicators;

/// <summary>What the subjects of one stage bought in a window.</summary>
/// <param name="Stage">The stage's index.</param>
/// <param name="Subjects">Subjects in the stage at the end of the window.</param>
/// <param name="Orders">Their orders in the window.</param>
/// <param name="Spend">Their net spend in it, in minor units.</param>
public sealed record StageBasket(int Stage, long Subjects, long Orders, long Spend)
{
    /// <summary>Net spend by order; NaN without an order.</summary>
    public double AverageBasket => Orders == 0 ? double.NaN : (double)Spend / Orders;
}
