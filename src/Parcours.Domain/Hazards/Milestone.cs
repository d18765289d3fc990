namespace Parcours.Domain.Hazards;

/// <summary>What time is counted from.</summary>
public enum Milestone
{
    /// <summary>The first order that counts.</summary>
    FirstOrder,

    /// <summary>The end of a trial: its fact, else the end that its start announced.</summary>
    TrialEnd,

    /// <summary>The start of a contract or a subscription when none ran.</summary>
    SubscriptionStart,

    /// <summary>A product sent back, or a refund.</summary>
    Return,

    /// <summary>A complaint.</summary>
    Complaint,
}
