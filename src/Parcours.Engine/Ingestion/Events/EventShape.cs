namespace Parcours.Engine.Ingestion.Events;

/// <summary>How the properties of an event are read.</summary>
internal enum EventShape
{
    /// <summary>A custom fact: a product, a value and a currency where there are some.</summary>
    Custom = 0,

    /// <summary>An order with its lines.</summary>
    Order,

    /// <summary>What an order stands at now.</summary>
    OrderUpdated,

    /// <summary>Money given back.</summary>
    Refund,

    /// <summary>Something that happens once to an order.</summary>
    OnceOfOrder,

    /// <summary>Something about a product, or about each of a list.</summary>
    Products,

    /// <summary>A change of the cart that says itself whether a product came or went.</summary>
    CartChange,

    /// <summary>A search.</summary>
    Search,

    /// <summary>What became of a message.</summary>
    Message,

    /// <summary>A permission given or withdrawn.</summary>
    Consent,

    /// <summary>A coupon.</summary>
    Coupon,

    /// <summary>A product's review.</summary>
    Review,

    /// <summary>An answer to a survey.</summary>
    Survey,

    /// <summary>Any other typed fact.</summary>
    Typed,
}
