namespace Parcours.Domain.Hazards;

/// <summary>A way of leaving, and how it is dated.</summary>
public enum Departure
{
    /// <summary>
    /// Stopped buying: dated on the day of the last order before a silence as long as the inactivity threshold. What is not known to have lasted that long by the cut is no leaving, so
    /// nothing is counted after the cut less the threshold.
    /// </summary>
    StoppedBuying,

    /// <summary>Cancelled: dated by the fact that cancels or ends the last contract or subscription that runs, or by its end when it passes without a renewal.</summary>
    Cancelled,

    /// <summary>Opted out of a channel: dated by the fact.</summary>
    OptedOut,
}
