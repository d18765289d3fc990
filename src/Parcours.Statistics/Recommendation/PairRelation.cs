namespace Parcours.Statistics.Recommendation;

/// <summary>How two items were bought.</summary>
public enum PairRelation
{
    /// <summary>In one basket. The trials are baskets; a pair has no direction.</summary>
    Together,

    /// <summary>One in a basket, the other in the customer's next basket. The trials are the steps from a basket to the next; a pair has a direction.</summary>
    Next,
}
