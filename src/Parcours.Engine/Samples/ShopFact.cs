using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Samples;

/// <summary>A fact of the shop before it goes to a store, a segment or a file.</summary>
internal struct ShopFact
{
    /// <summary>The hot part; its terms are the shop's own.</summary>
    public Fact Fact;

    /// <summary>The first half of its message id.</summary>
    public long Hash;

    /// <summary>End, for trials, contracts and commitments.</summary>
    public Instant Until;

    /// <summary>Its number among the subject's facts, in the order they were drawn.</summary>
    public int Sequence;

    /// <summary>The link; 0 for none.</summary>
    public int Link;

    /// <summary>The number behind the link among the subject's orders, deals, contracts or complaints.</summary>
    public ushort LinkNumber;

    /// <summary>What the link is.</summary>
    public ShopLink LinkType;

    /// <summary>What else a store can show of it.</summary>
    public ShopPayload Payload;

    /// <summary>Thousandths of a unit.</summary>
    public int Quantity;

    /// <summary>The stakeholder who acted, as a place in the account's block; -1 for none.</summary>
    public int Actor;

    /// <summary>The unit price of a line in minor units, the product of an order without lines, or the text of a payload.</summary>
    public int Detail;

    /// <summary>Whether it needs the sparse column, and what it says; <paramref name="actor"/> is the stakeholder as the target numbers it.</summary>
    public readonly Extra ExtraWith(int actor) => new(Until, actor, Quantity);
}
