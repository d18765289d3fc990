using System.Runtime.InteropServices;
using Parcours.Domain.Time;

namespace Parcours.Domain.Facts;

/// <summary>
/// An immutable thing that happened, as held in memory: 24 bytes. Who it happened to is its place in a history, not its content.
/// The order, deal or contract it belongs to, its store sequence, its end and its actor are in columns beside
/// (<see cref="Histories.History"/>).
/// </summary>
/// <param name="At">When it happened.</param>
/// <param name="Value">Minor units of <paramref name="Currency"/>, a score, a count or a term: the kind says which.</param>
/// <param name="Item">A term of the dictionary: product, category, campaign, attribute...; 0 for none.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Currency">Index of the currency in <see cref="Currencies"/>; 0 when the value is no money.</param>
/// <param name="ChannelAndFlags">The channel in the low four bits, <see cref="FactFlags"/> in the high four.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8, Size = 24)]
public readonly record struct Fact(Instant At, long Value, int Item, FactKind Kind, byte Currency, byte ChannelAndFlags)
{
    /// <summary>The channel it came through.</summary>
    public Channel Channel => (Channel)(ChannelAndFlags & 0x0F);

    /// <summary>What else is known of it.</summary>
    public FactFlags Flags => (FactFlags)(ChannelAndFlags & 0xF0);

    /// <summary>Packs a channel and flags into the byte a fact carries.</summary>
    public static byte Pack(Channel channel, FactFlags flags) => (byte)((byte)channel | (byte)flags);
}
