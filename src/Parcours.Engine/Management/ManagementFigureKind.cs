namespace Parcours.Engine.Management;

/// <summary>The figures of the management page, in the order shown.</summary>
public enum ManagementFigureKind
{
    /// <summary>What was ordered less what was given back.</summary>
    Revenue,

    /// <summary>Orders that count.</summary>
    Orders,

    /// <summary>Net revenue by order.</summary>
    Basket,

    /// <summary>Customers with an order in the last twelve months.</summary>
    ActiveBase,

    /// <summary>Customers whose first order is in the month.</summary>
    NewCustomers,

    /// <summary>Customers who came back from a stage that leaves the path.</summary>
    Reactivated,

    /// <summary>Customers who entered the worst of those stages.</summary>
    Lost,

    /// <summary>The share of the month's buyers who had ordered before.</summary>
    RepeatRate,
}
