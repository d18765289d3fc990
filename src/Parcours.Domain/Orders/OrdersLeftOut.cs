using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Orders;

/// <summary>
/// The orders of a history that do not count, as known at its end: cancelled, or refunded in full, by link.
/// An order of zero counts. Made once for a thread and read again for each history.
/// </summary>
internal sealed class OrdersLeftOut
{
    private readonly Dictionary<int, Tally> _links = [];
    private bool _any;

    /// <summary>Whether any order of the history is out.</summary>
    public bool Any => _any;

    /// <summary>Forgets the history last read.</summary>
    public void Clear() => _any = false;

    /// <summary>Reads a history, already cut.</summary>
    public void Read(History history)
    {
        _any = false;
        ReadOnlySpan<Fact> facts = history.Facts;
        if (!HasChange(facts))
        {
            return;
        }

        _links.Clear();
        ReadOnlySpan<int> links = history.Links;
        for (int i = 0; i < facts.Length; i++)
        {
            int link = links[i];
            FactKind kind = facts[i].Kind;
            if (link == 0 || kind is not (FactKind.Order or FactKind.OrderAdjusted or FactKind.Refund or FactKind.Cancellation))
            {
                continue;
            }

            ref Tally tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_links, link, out _);
            tally = kind switch
            {
                FactKind.Refund => tally with { Refunded = tally.Refunded + facts[i].Value },
                FactKind.Cancellation => tally with { Cancelled = true },
                _ => tally with { Total = tally.Total + facts[i].Value },
            };
            _any |= tally.Cancelled || tally.Refunded > 0;
        }
    }

    /// <summary>Whether the order of a link is out, for whatever cause.</summary>
    public bool Has(int link) => _any && link != 0 && _links.TryGetValue(link, out Tally tally) && tally.IsOut;

    /// <summary>Whether the order of a link was cancelled, or refunded in any part.</summary>
    public bool IsChanged(int link) => _any && link != 0 && _links.TryGetValue(link, out Tally tally) && (tally.Cancelled || tally.Refunded > 0);

    /// <summary>Whether the order of a link was cancelled: its amounts are out of spend too.</summary>
    public bool IsCancelled(int link) => _any && link != 0 && _links.TryGetValue(link, out Tally tally) && tally.Cancelled;

    private static bool HasChange(ReadOnlySpan<Fact> facts)
    {
        foreach (ref readonly Fact fact in facts)
        {
            if (fact.Kind is FactKind.Refund or FactKind.Cancellation)
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Tally(long Total, long Refunded, bool Cancelled)
    {
        public bool IsOut => Cancelled || (Refunded > 0 && Refunded >= Total);
    }
}
