using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;

namespace Parcours.Engine.Predictions;

/// <summary>What tells two states of a base apart: a model fitted on one is not that of the other.</summary>
/// <param name="Facts">How many facts it holds.</param>
/// <param name="Sequence">The highest store sequence among them; 0 for none.</param>
/// <param name="Purchases">A fingerprint of the customers' purchases at the cut (of all facts, for what reads them all): it changes when facts move from one subject to another.</param>
public readonly record struct BaseState(long Facts, long Sequence, ulong Purchases)
{
    private const ulong Prime = 0x100000001B3;

    /// <summary>The state of a base up to a cut, every fact told apart: what comes later changes nothing.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">Facts after it do not count.</param>
    public static BaseState UpTo(HistoryBase histories, Instant cut)
    {
        long count = 0;
        long sequence = 0;
        ulong whole = 0xCBF29CE484222325;
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            History history = histories[subject].Until(cut);
            ulong hash = Prime;
            for (int i = 0; i < history.Count; i++)
            {
                ref readonly Fact fact = ref history.Facts[i];
                sequence = Math.Max(sequence, history.FactIds[i]);
                hash = (hash ^ (ulong)history.FactIds[i]) * Prime;
                hash = (hash ^ (ulong)fact.At.Micros ^ ((ulong)fact.Kind << 48)) * Prime;
                hash = (hash ^ (ulong)fact.Value) * Prime;
                hash ^= hash >> 29;
            }

            // A sum: a subject that is new in the base moves the places of others, and those without a fact by then count for nothing.
            count += history.Count;
            whole += history.IsEmpty ? 0 : hash;
        }

        return new BaseState(count, sequence, whole);
    }

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
