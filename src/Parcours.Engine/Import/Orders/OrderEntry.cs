using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Engine.Import.Orders;

/// <summary>An order being gathered from its lines.</summary>
internal struct OrderEntry
{
    public UInt128 Id;
    public Instant At;
    public long Value;

    /// <summary>Where the order's text starts in the book's characters, and how long it is.</summary>
    public long KeyStart;
    public int KeyLength;
    public int Who;

    /// <summary>The store's term in this file; 0 for none.</summary>
    public int Store;
    public byte Currency;
    public Channel Channel;
    public FactFlags Flags;

    /// <summary>Whether the value is a total the file states, not a sum of lines.</summary>
    public bool HasTotal;

    /// <summary>Whether a line named no product, category or quantity: it left no fact of its own, so a later file can only be compared by the whole sum.</summary>
    public bool HasBareLine;

    /// <summary>Whether nothing but returns was seen: there is a ticket, but no purchase.</summary>
    public bool IsEmpty;
}
