namespace Parcours.Engine.Customers;

/// <summary>What a list of customers may be sorted by.</summary>
public enum CustomerOrder
{
    /// <summary>The order in which they came to be known.</summary>
    Known,

    /// <summary>The name shown, else the key.</summary>
    Name,

    /// <summary>The number of orders.</summary>
    Orders,

    /// <summary>Money spent, less refunds.</summary>
    Spend,

    /// <summary>The mean of an order.</summary>
    Basket,

    /// <summary>The first order.</summary>
    FirstOrder,

    /// <summary>The last order.</summary>
    LastOrder,

    /// <summary>The customer's own rhythm: the median of days between purchases.</summary>
    Rhythm,

    /// <summary>The last fact of any kind.</summary>
    LastFact,
}
