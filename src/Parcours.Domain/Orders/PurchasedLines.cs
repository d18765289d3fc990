using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Orders;

/// <summary>
/// Reads what a subject bought: the lines, in time order, of orders that were neither cancelled nor refunded in full, as known at the end of the history.
/// Lines that name nothing are left out. Made once for a thread and read again for each history.
/// </summary>
public sealed class PurchasedLines
{
    private readonly OrdersLeftOut _leftOut = new();

    /// <summary>Puts the lines of a history, already cut, in place of what a list holds.</summary>
    public void Read(History history, List<PurchasedLine> into)
    {
        into.Clear();
        _leftOut.Read(history);
        ReadOnlySpan<Fact> facts = history.Facts;
        for (int i = 0; i < facts.Length; i++)
        {
            ref readonly Fact fact = ref facts[i];
            if (fact.Kind == FactKind.OrderLine && fact.Item != 0 && !_leftOut.Has(history.Links[i]))
            {
                into.Add(new(fact.At, fact.Item, fact.Value, fact.Currency));
            }
        }
    }
}
