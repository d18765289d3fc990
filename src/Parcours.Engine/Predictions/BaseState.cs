using Parcours.Domain.Histories;
using Parcours.Domain.Purchases;

namespace Parcours.Engine.Predictions;

/// <summary>What tells two states of a base apart: a model fitted on one is not that of the other.</summary>
/// <param name="Facts">How many facts it holds.</param>
/// <param name="Sequence">The highest store sequence among them; 0 for none.</param>
/// <param name="Purchases">A fingerprint of the customers' purchases at the cut: it changes when facts move from one subject to another.</param>
public readonly record struct BaseState(long Facts, long Sequence, ulong Purchases)
{
    private const ulong Prime = 0x100000001B3;

    /// <summary>The state of a base.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="table">Its purchases at the cut of the model.</param>
    public static BaseState Of(HistoryBase histories, PurchaseTable table)
    {
        long sequence = 0;
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            foreach (long id in histories[subject].FactIds)
            {
                sequence = Math.Max(sequence, id);
            }
        }

        ulong hash = 0xCBF29CE484222325;
        foreach (CustomerPurchases customer in table.Customers)
        {
            hash = (hash ^ (ulong)customer.Subject) * Prime;
            hash = (hash ^ ((ulong)customer.Days << 32) ^ (uint)customer.FirstDay) * Prime;
            hash = (hash ^ ((ulong)(uint)customer.LastDay << 20) ^ (ulong)customer.FirstSpend) * Prime;
            hash = (hash ^ (ulong)customer.RepeatSpend) * Prime;
            hash ^= hash >> 29;
        }

        return new BaseState(histories.FactCount, sequence, hash);
    }
}
