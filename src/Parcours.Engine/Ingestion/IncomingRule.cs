namespace Parcours.Engine.Ingestion;

/// <summary>How a fact is taken when the same order, subscription or deal (its link, of the same person) is known already.</summary>
public enum IncomingRule
{
    /// <summary>It is one more fact.</summary>
    Append = 0,

    /// <summary>The value is what the order stands at: the first is the order, later ones are adjusted by the difference; no difference, no fact.</summary>
    OrderTotal,

    /// <summary>A part of the order (a coupon, what came back): taken with the message that brought the order, left out when the order was known before.</summary>
    WithOrder,

    /// <summary>A line of an order that is told with all its lines: when the order was known, only the units of its product that were not; nothing when the message names products otherwise.</summary>
    OrderLine,

    /// <summary>A line of an order that was changed: as <see cref="OrderLine"/>, and products that were not named before are new.</summary>
    UpdatedLine,

    /// <summary>One more refund, of no more than what is left of the order, where the order is known.</summary>
    RefundPart,

    /// <summary>The value is all that was refunded so far: the difference is one more refund.</summary>
    RefundTotal,

    /// <summary>Everything of the order that was not refunded yet; the value, where above 0, is taken when the order is not known.</summary>
    RefundRest,

    /// <summary>Once for each link and kind (a cancellation, a delivery); without a link, once for the person and kind (a registration).</summary>
    Once,

    /// <summary>
    /// Only when it changes something at that instant: the attribute that is its item has another value or none, the permission for its channel and purpose stands otherwise.
    /// Clients say all they know again and again.
    /// </summary>
    IfChanged,
}
