namespace Parcours.Statistics.Transactions;

/// <summary>What the reader of a fit must be told.</summary>
public enum FitWarning
{
    /// <summary>There is no customer at all: nothing was fitted.</summary>
    NoCustomers,

    /// <summary>There are fewer than 30 customers: the figures are anecdotes, not forecasts.</summary>
    FewCustomers,

    /// <summary>Nobody has bought twice, so nothing tells how often customers come back: nothing was fitted.</summary>
    NoRepeatPurchase,

    /// <summary>Every purchase was made on one single date, so no time has passed in which to see customers come back: nothing was fitted.</summary>
    SingleDate,

    /// <summary>A customer trait is the same for everyone, so its effect cannot be told: nothing was fitted. Leave it out.</summary>
    ConstantCovariate,

    /// <summary>The purchases show no sign that customers stop buying, so the model without attrition (NBD) is used; everyone counts as alive.</summary>
    NoAttritionVisible,

    /// <summary>Customers do not differ visibly in how often they buy or stop; the parameters run to a limit and only predictions mean something.</summary>
    BoundaryOptimum,

    /// <summary>The likelihood is so flat that very different parameters explain the purchases equally well: trust predictions, not parameters.</summary>
    FlatLikelihood,

    /// <summary>The search for the best parameters did not settle: do not use these figures.</summary>
    NotConverged,
}
