using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Orders;

/// <summary>
/// Reads the purchase days of one history after another, with what was spent on each. Orders cancelled or refunded in full are out, with all that was given
/// back for them. Made once for a thread.
/// </summary>
/// <param name="days">The local days.</param>
/// <param name="currency">The base's currency: amounts in another are in no sum.</param>
internal sealed class DaySpends(LocalDays days, byte currency)
{
    private readonly OrdersLeftOut _leftOut = new();
    private readonly List<DaySpend> _found = [];
    private readonly Dictionary<int, int> _placeOfLink = [];

    /// <summary>The days found by the last reading, ascending.</summary>
    public ReadOnlySpan<DaySpend> Days => CollectionsMarshal.AsSpan(_found);

    /// <summary>How many amounts of the last reading are in another currency.</summary>
    public int OtherCurrency { get; private set; }

    /// <summary>Reads a history, already cut.</summary>
    public void Read(History history)
    {
        _found.Clear();
        OtherCurrency = 0;
        _leftOut.Read(history);
        ReadOnlySpan<Fact> facts = history.Facts;
        ReadOnlySpan<int> links = history.Links;
        bool changes = false;
        int last = int.MinValue;
        for (int i = 0; i < facts.Length; i++)
        {
            ref readonly Fact fact = ref facts[i];
            changes |= fact.Kind is FactKind.OrderAdjusted or FactKind.Refund;
            if (fact.Kind != FactKind.Order || _leftOut.Has(links[i]))
            {
                continue;
            }

            int day = days.DayOf(fact.At);
            if (day > last)
            {
                _found.Add(new DaySpend(day, Amount(fact)));
                last = day;
            }
            else
            {
                CollectionsMarshal.AsSpan(_found)[^1].Spend += Amount(fact);
            }
        }

        if (changes && _found.Count > 0)
        {
            ReadChanges(facts, links);
        }
    }

    private void ReadChanges(ReadOnlySpan<Fact> facts, ReadOnlySpan<int> links)
    {
        _placeOfLink.Clear();
        Span<DaySpend> found = CollectionsMarshal.AsSpan(_found);
        int place = -1;
        for (int i = 0; i < facts.Length; i++)
        {
            ref readonly Fact fact = ref facts[i];
            if (fact.Kind is not (FactKind.Order or FactKind.OrderAdjusted or FactKind.Refund) || _leftOut.Has(links[i]))
            {
                continue;
            }

            if (fact.Kind == FactKind.Order)
            {
                place = place < 0 || days.DayOf(fact.At) > found[place].Day ? place + 1 : place;
                _placeOfLink[links[i]] = place;
                continue;
            }

            int of = links[i] != 0 && _placeOfLink.TryGetValue(links[i], out int known) ? known : Math.Max(place, 0);
            found[of].Spend += fact.Kind == FactKind.Refund ? -Amount(fact) : Amount(fact);
        }
    }

    private long Amount(in Fact fact)
    {
        if (fact.Currency == currency)
        {
            return fact.Value;
        }

        OtherCurrency += fact.Value != 0 ? 1 : 0;
        return 0;
    }
}
