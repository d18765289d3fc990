namespace Parcours.Statistics.Spend;

/// <summary>What the reader of a spend fit must be told.</summary>
public enum SpendWarning
{
    /// <summary>Nobody has a repeat purchase with a positive amount, so nothing could be fitted: there is no model.</summary>
    NoRepeatPurchase,

    /// <summary>There are fewer than 30 customers with repeat purchases: the figures are anecdotes, not forecasts.</summary>
    FewCustomers,

    /// <summary>
    /// Some customers have a mean spend of zero or less (gifts, returns), which the model holds impossible: they were left out of the fit, and count as
    /// zero spend where their own expectation is asked.
    /// </summary>
    SpendNotPositive,

    /// <summary>q is 1 or less: spend differs so much between customers that the model has no mean over them; the observed mean stands in for it.</summary>
    NoPopulationMean,

    /// <summary>The 95 % interval of q reaches down to 1, so the mean over customers is not pinned down: prefer the observed mean for new customers.</summary>
    PopulationMeanUncertain,

    /// <summary>Customers do not differ visibly, or do not vary visibly; the parameters run to a limit and only predictions mean something.</summary>
    BoundaryOptimum,

    /// <summary>The likelihood is so flat that very different parameters explain the amounts equally well: trust predictions, not parameters.</summary>
    FlatLikelihood,

    /// <summary>The search for the best parameters did not settle: do not use these figures.</summary>
    NotConverged,
}
