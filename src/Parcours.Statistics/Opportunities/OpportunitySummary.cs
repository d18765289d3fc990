namespace Parcours.Statistics.Opportunities;

/// <summary>
/// What the discrete model needs to know of one customer, after the first purchase: at each of n opportunities (a yearly appeal, a monthly box, an event)
/// the customer bought or did not. Several purchases at one opportunity count once.
/// </summary>
/// <param name="Frequency">x: opportunities with a purchase; 0 up to <paramref name="Recency"/>.</param>
/// <param name="Recency">t_x: number of the last opportunity with a purchase, the first being 1; 0 when there was none, at most <paramref name="Opportunities"/>.</param>
/// <param name="Opportunities">n: opportunities that the customer has had; 0 or more.</param>
public readonly record struct OpportunitySummary(int Frequency, int Recency, int Opportunities)
{
    /// <summary>Whether the three numbers can be those of a customer: x at most t_x at most n, and t_x is 0 exactly when x is.</summary>
    public bool IsPossible => Frequency >= 0 && Frequency <= Recency && Recency <= Opportunities && (Frequency == 0) == (Recency == 0);

    /// <summary>Refuses numbers that cannot be those of a customer: a fault of the caller.</summary>
    internal void ThrowUnlessPossible()
    {
        if (!IsPossible)
        {
            throw new ArgumentOutOfRangeException(
                "customer", this, "Frequency is at most recency, recency at most opportunities, none is below 0, and the first two are 0 together.");
        }
    }
}
