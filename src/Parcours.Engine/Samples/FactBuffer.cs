using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Import;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>The facts of the subject being drawn. Used again for the next one: nothing is allocated once it has grown. One thread's.</summary>
internal sealed class FactBuffer(Shop shop)
{
    private const int MessageConcern = 100;

    private readonly long _end = shop.Clock.End.Micros;
    private ShopFact[] _facts = new ShopFact[256];
    private ShopFact _dropped;
    private ulong _messageKey;
    private long _subject;
    private int _count;
    private int _sequence;

    /// <summary>The facts, in the order of facts once <see cref="Sort"/> has run.</summary>
    public ReadOnlySpan<ShopFact> Facts => _facts.AsSpan(0, _count);

    /// <summary>Empties it for another subject.</summary>
    /// <param name="subject">The customer's number, or an account's below zero.</param>
    public void Begin(long subject)
    {
        _count = 0;
        _sequence = 0;
        _messageKey = Draw.KeyOf(shop.Key, subject, MessageConcern);
        _subject = subject;
    }

    /// <summary>Adds a fact; one after the shop's end is dropped, its place in the sequence kept.</summary>
    /// <returns>The fact, for what else there is to say of it before the next one is added.</returns>
    public ref ShopFact Add(FactKind kind, Instant at, int item = 0, long value = 0, Channel channel = Channel.None, FactFlags flags = FactFlags.None, byte currency = 0)
    {
        _sequence++;
        if (at.Micros > _end)
        {
            return ref _dropped;
        }

        if (_count == _facts.Length)
        {
            Array.Resize(ref _facts, _count * 2);
        }

        ref ShopFact fact = ref _facts[_count++];
        fact = new ShopFact
        {
            Fact = new Fact(at, value, item, kind, currency, Fact.Pack(channel, flags)),
            Hash = (long)Draw.Mix(_messageKey + (ulong)_sequence),
            Until = Extra.None.Until,
            Sequence = _sequence,
            Quantity = Extra.None.Quantity,
            Actor = Extra.None.Actor,
        };
        return ref fact;
    }

    /// <summary>Adds a fact about money in the shop's currency.</summary>
    public ref ShopFact AddMoney(FactKind kind, Instant at, long value, int item = 0, Channel channel = Channel.None) =>
        ref Add(kind, at, item, value, channel, FactFlags.None, shop.Euro);

    /// <summary>Whether the subject has a fact of a kind about an item.</summary>
    public bool Has(FactKind kind, int item)
    {
        foreach (ref readonly ShopFact fact in Facts)
        {
            if (fact.Fact.Kind == kind && fact.Fact.Item == item)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The link of the subject's n-th order, complaint, deal or contract: the hash of its text, as an import of files would give.</summary>
    public int LinkOf(ShopLink type, int number)
    {
        Span<char> text = stackalloc char[ShopKeys.LongestLink];
        return LinkHash.Of(text[..ShopKeys.Link(text, _subject, type, number)]);
    }

    /// <summary>The whole message id of a fact of this subject.</summary>
    public UInt128 MessageIdOf(ShopFact fact) => new((ulong)fact.Hash, Draw.Mix(~_messageKey + (ulong)fact.Sequence));

    /// <summary>Puts the facts in the order of facts: instant, kind, message id.</summary>
    public void Sort()
    {
        Span<ShopFact> facts = _facts.AsSpan(0, _count);
        for (int i = 1; i < facts.Length; i++)
        {
            if (Compare(facts[i - 1], facts[i]) > 0)
            {
                facts.Sort(Compare);
                return;
            }
        }
    }

    private static int Compare(ShopFact left, ShopFact right)
    {
        long difference = left.Fact.At.Micros - right.Fact.At.Micros;
        if (difference == 0)
        {
            difference = (int)left.Fact.Kind - (int)right.Fact.Kind;
        }

        return difference != 0 ? Math.Sign(difference) : left.Hash.CompareTo(right.Hash);
    }
}
