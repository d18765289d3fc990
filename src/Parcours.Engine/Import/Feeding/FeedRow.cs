using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Import.Feeding;

/// <summary>One row from the reading side to the store's: its numbers are those of this file, from 0, not the store's.</summary>
internal struct FeedRow
{
    public FeedStep Step;

    /// <summary>Whether it is the first row of a line of the file.</summary>
    public bool StartsLine;

    /// <summary>Whether the fact's value is a term.</summary>
    public bool ValueIsTerm;

    /// <summary>Whether the fact's value is the file's own total: of the order, or of what was refunded of it.</summary>
    public bool IsTotal;

    /// <summary>Whether the fact's value is a part of its order's.</summary>
    public bool AddsToOrder;

    public Fact Fact;

    /// <summary>The identity; for a term or an identity row, its number.</summary>
    public int Who;

    /// <summary>The other identity of a join, the actor of a fact (-1 for none), the category of a product.</summary>
    public int Other;

    public int Link;

    /// <summary>The order of the file it belongs to; -1 for none.</summary>
    public int Order;

    public UInt128 Id;
    public Extra Extra;

    /// <summary>The line put aside, for a rejected row.</summary>
    public long Line;

    public string? Text;
    public string? Payload;
}
