namespace Parcours.Engine.Import.Orders;

/// <summary>What a shop's status says of an order.</summary>
internal enum OrderStatus
{
    /// <summary>Bought: paid, shipped, in progress, or a word we do not know.</summary>
    Placed,

    /// <summary>Begun and never paid.</summary>
    Unpaid,

    /// <summary>Cancelled after it was placed.</summary>
    Cancelled,

    /// <summary>Given back whole.</summary>
    Refunded,
}
