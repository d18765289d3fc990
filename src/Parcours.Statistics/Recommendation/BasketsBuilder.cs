namespace Parcours.Statistics.Recommendation;

/// <summary>Gathers baskets, customer after customer: <see cref="StartCustomer"/>, then its baskets from the oldest to the latest.</summary>
/// <param name="itemCount">How many items there are: each item is 0 or more and less than this.</param>
public sealed class BasketsBuilder(int itemCount)
{
    private readonly List<int> _customers = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _days = [];
    private readonly List<int> _items = [];

    /// <summary>Begins the next customer: the first is 0.</summary>
    public void StartCustomer() => _customers.Add(_days.Count);

    /// <summary>Adds a basket to the customer begun last.</summary>
    /// <param name="day">When, in days from any origin; not before the customer's basket added before it.</param>
    /// <param name="items">What was bought, in any order; an item named twice counts once. An empty basket is passed over.</param>
    /// <exception cref="InvalidOperationException">No customer was begun.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day comes before the basket before, or an item is not in 0 to itemCount - 1.</exception>
    public void Add(int day, ReadOnlySpan<int> items)
    {
        if (_customers.Count == 0)
        {
            throw new InvalidOperationException("Begin a customer before its first basket.");
        }

        if (_days.Count > _customers[^1] && day < _days[^1])
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"Baskets come in time order: the one before is of day {_days[^1]}.");
        }

        int start = _items.Count;
        foreach (int item in items)
        {
            if ((uint)item >= (uint)itemCount)
            {
                throw new ArgumentOutOfRangeException(nameof(items), item, $"Items are numbered from 0 to {itemCount - 1}.");
            }

            _items.Add(item);
        }

        if (_items.Count == start)
        {
            return;
        }

        Distinct(start);
        _days.Add(day);
        _starts.Add(_items.Count);
    }

    /// <summary>Everything added so far.</summary>
    public Baskets ToBaskets() => new(itemCount, [.. _customers, _days.Count], [.. _starts], [.. _days], [.. _items]);

    // Puts the items from a place on in order, each once.
    private void Distinct(int start)
    {
        _items.Sort(start, _items.Count - start, null);
        int kept = start + 1;
        for (int i = start + 1; i < _items.Count; i++)
        {
            if (_items[i] != _items[kept - 1])
            {
                _items[kept++] = _items[i];
            }
        }

        _items.RemoveRange(kept, _items.Count - kept);
    }
}
