namespace Parcours.Engine.Import.Feeding;

/// <summary>What a row of a batch tells the store's side.</summary>
internal enum FeedStep : byte
{
    /// <summary>A fact.</summary>
    Fact,

    /// <summary>A line that brings no fact of its own: it is new when its order is.</summary>
    Line,

    /// <summary>An identity used for the first time: its number here is the next one.</summary>
    Identity,

    /// <summary>A term used for the first time.</summary>
    Term,

    /// <summary>A named custom kind used for the first time.</summary>
    Kind,

    /// <summary>Two identities of one person.</summary>
    Join,

    /// <summary>What a product is.</summary>
    Product,

    /// <summary>An order met for the first time in this file: only its message id is known yet.</summary>
    OrderOpened,

    /// <summary>An order, whole.</summary>
    OrderClosed,

    /// <summary>How much was refunded of an order up to now: what the workspace does not know of it becomes a refund.</summary>
    Refunded,

    /// <summary>A line that is about nobody: a product, an advertising expense. Its text is kept in the workspace's record of such lines.</summary>
    Record,

    /// <summary>A line put aside.</summary>
    Rejected,
}
