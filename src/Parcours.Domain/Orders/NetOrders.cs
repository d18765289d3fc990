using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Orders;

/// <summary>
/// The orders of one history as known at its end. Counts leave out orders cancelled or refunded in full by link; gross is what was
/// ordered, adjustments included, cancelled orders left out; refunds stand apart; spend is gross less refunds.
/// Amounts in another currency than the base's are in no sum, and counted apart. Made once for a thread and read again for each history.
/// </summary>
internal sealed class NetOrders
{
    private readonly byte _currency;

    /// <summary>A reader.</summary>
    /// <param name="currency">The base's currency.</param>
    public NetOrders(byte currency) => _currency = currency;

    /// <summary>What is left out.</summary>
    public OrdersLeftOut LeftOut { get; } = new();

    /// <summary>How many orders count.</summary>
    public int Count { get; private set; }

    /// <summary>The first order that counts.</summary>
    public Instant FirstAt { get; private set; }

    /// <summary>The last order that counts.</summary>
    public Instant LastAt { get; private set; }

    /// <summary>What was ordered, in minor units.</summary>
    public long Gross { get; private set; }

    /// <summary>What was given back, in minor units.</summary>
    public long Refunds { get; private set; }

    /// <summary>Gross less refunds, in minor units.</summary>
    public long Spend => Gross - Refunds;

    /// <summary>How many amounts were left out for their currency.</summary>
    public int OtherCurrency { get; private set; }

    /// <summary>How many orders that count came at or before the instant the sums begin after.</summary>
    public int Earlier { get; private set; }

    /// <summary>Reads a history, already cut.</summary>
    public void Read(History history) => Read(history, Instant.Beginning);

    /// <summary>Reads a history, already cut, and sums what came after an instant.</summary>
    public void Read(History history, Instant after)
    {
        LeftOut.Read(history);
        Count = 0;
        Earlier = 0;
        Gross = 0;
        Refunds = 0;
        OtherCurrency = 0;
        FirstAt = Instant.Never;
        LastAt = Instant.Beginning;
        ReadOnlySpan<Fact> facts = history.Facts;
        for (int i = 0; i < facts.Length; i++)
        {
            ref readonly Fact fact = ref facts[i];
            if (fact.At <= after)
            {
                Earlier += fact.Kind == FactKind.Order && !LeftOut.Has(history.Links[i]) ? 1 : 0;
            }
            else if (fact.Kind == FactKind.Order)
            {
                if (LeftOut.Any && LeftOut.Has(history.Links[i]))
                {
                    Gross += LeftOut.IsCancelled(history.Links[i]) ? 0 : Amount(fact);
                    continue;
                }

                Gross += Amount(fact);
                FirstAt = Count == 0 ? fact.At : FirstAt;
                LastAt = fact.At;
                Count++;
            }
            else if (fact.Kind is FactKind.OrderAdjusted or FactKind.Refund && !LeftOut.IsCancelled(history.Links[i]))
            {
                if (fact.Kind == FactKind.Refund)
                {
                    Refunds += Amount(fact);
                }
                else
                {
                    Gross += Amount(fact);
                }
            }
        }
    }

    private long Amount(in Fact fact)
    {
        if (fact.Currency == _currency)
        {
            return fact.Value;
        }

        OtherCurrency += fact.Value != 0 ? 1 : 0;
        return 0;
    }
}
