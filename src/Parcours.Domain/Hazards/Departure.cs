namespace Parcours.Domain.Hazards;

/// <summary>A way of leaving, and how it is dated.</summary>
public enum Departure
{
    /// <summary>
    /// Stopped buying: dated on the day of the last order, once the silence since has reached the inactivity threshold at the cut. Whoever ordered again has not left, however long the
    /// silence was; and since a silence may not have lasted long enough, nothing is counted after the cut less the threshold.
    /// </summary>
    StoppedBuying,

    /// <summary>Cancelled: dated by the fact that cancels or ends the last contract or subscription that runs, or by its end when it passes without a renewal.</summary>
    Cancelled,

    /// <summary>Opted out of a channel: dated by the fact.</summary>
    OptedOut,
}
