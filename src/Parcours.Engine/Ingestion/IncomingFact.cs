using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Engine.Ingestion;

/// <summary>A fact on its way in, its dictionary words still texts.</summary>
public sealed record IncomingFact
{
    /// <summary>The kind's name as files write it: a typed kind in snake case (<c>order_line</c>), or the company's own name (<c>Song Played</c>).</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened, where that is not the message's own instant.</summary>
    public Instant? At { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>, a score or a count.</summary>
    public long Value { get; init; }

    /// <summary>The text whose term is the value (an attribute's new value); null when the value is a number.</summary>
    public string? ValueText { get; init; }

    /// <summary>Product, campaign, attribute, purpose...; null for none.</summary>
    public string? Item { get; init; }

    /// <summary>The category of the product that <see cref="Item"/> is; null when not said.</summary>
    public string? Category { get; init; }

    /// <summary>What else is said of the product, as a JSON object (name, size, price); null for nothing.</summary>
    public string? Product { get; init; }

    /// <summary>The currency's index in <see cref="Currencies"/>; 0 when the value is no money.</summary>
    public byte Currency { get; init; }

    /// <summary>Where it came through.</summary>
    public Channel Channel { get; init; }

    /// <summary>What else is known of it.</summary>
    public FactFlags Flags { get; init; }

    /// <summary>The order, deal, subscription, contract or complaint it belongs to; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>The end of a trial, subscription or contract; <see cref="Instant.Never"/> for none.</summary>
    public Instant Until { get; init; } = Instant.Never;

    /// <summary>Units of an order line, in thousandths.</summary>
    public int Quantity { get; init; } = 1000;

    /// <summary>Its own payload, as a JSON object; null for nothing beyond the message's.</summary>
    public string? Payload { get; init; }

    /// <summary>Whether it happened to the event's <see cref="IncomingEvent.Group"/>, not to the person (the traits of a group call, a company's trial).</summary>
    public bool OfAccount { get; init; }

    /// <summary>The stakeholder who acted, for a fact of an account; null for none.</summary>
    public IncomingIdentity? Actor { get; init; }

    /// <summary>How it is taken when its link is known already.</summary>
    public IncomingRule Rule { get; init; }
}
