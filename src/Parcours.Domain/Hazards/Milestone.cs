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

    /// <summary>A product sent back, or a refund, of an order that still counts: one refunded in full is no order, and its return says only that the customer was there.</summary>
    Return,

    /// <summary>A complaint.</summary>
    Complaint,
}
