using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Rhythm;

/// <summary>
/// Reads the distinct purchase days of one history after another: the local days with an order that counts, or, for a category,
/// with a line of that category. Made once for a thread.
/// </summary>
internal sealed class PurchaseDays
{
    private readonly LocalDays _days;
    private readonly Vocabulary _vocabulary;
    private readonly int _category;
    private readonly OrdersLeftOut _leftOut = new();
    private readonly List<int> _found = [];
    private readonly List<Instant> _firstAt = [];
    private readonly List<Instant> _lastAt = [];

    /// <summary>A reader.</summary>
    /// <param name="days">The local days.</param>
    /// <param name="vocabulary">What category a product is of.</param>
    /// <param name="category">The category's term; 0 for all orders.</param>
    public PurchaseDays(LocalDays days, Vocabulary vocabulary, int category)
    {
        _days = days;
        _vocabulary = vocabulary;
        _category = category;
    }

    /// <summary>The days found by the last reading, ascending.</summary>
    public ReadOnlySpan<int> Days => CollectionsMarshal.AsSpan(_found);

    /// <summary>The first order of each of those days.</summary>
    public ReadOnlySpan<Instant> FirstAt => CollectionsMarshal.AsSpan(_firstAt);

    /// <summary>The last order of each of those days.</summary>
    public ReadOnlySpan<Instant> LastAt => CollectionsMarshal.AsSpan(_lastAt);

    /// <summary>Whether a fact is a purchase that this reader counts, left out or not.</summary>
    public bool IsPurchase(in Fact fact) => _category == 0
        ? fact.Kind == FactKind.Order
        : fact.Kind == FactKind.OrderLine && _vocabulary.CategoryOf(fact.Item) == _category;

    /// <summary>Whether the history last read has a refund or a cancellation of this link's order.</summary>
    public bool IsChanged(int link) => _leftOut.IsChanged(link);

    /// <summary>Whether this link's order, in the history last read, is cancelled or refunded in full, and so counts for nothing.</summary>
    public bool IsOut(int link) => _leftOut.Has(link);

    /// <summary>Forgets the history last read.</summary>
    public void Clear() => _leftOut.Clear();

    /// <summary>Reads a history, already cut.</summary>
    public void Read(History history)
    {
        _found.Clear();
        _firstAt.Clear();
        _lastAt.Clear();
        _leftOut.Read(history);
        ReadOnlySpan<Fact> facts = history.Facts;
        ReadOnlySpan<int> links = history.Links;
        int last = int.MinValue;
        for (int i = 0; i < facts.Length; i++)
        {
            if (!IsPurchase(facts[i]) || _leftOut.Has(links[i]))
            {
                continue;
            }

            int day = _days.DayOf(facts[i].At);
            if (day > last)
            {
                _found.Add(day);
                _firstAt.Add(facts[i].At);
                _lastAt.Add(facts[i].At);
                last = day;
            }
            else
            {
                _lastAt[^1] = facts[i].At;
            }
        }
    }
}
