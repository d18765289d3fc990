namespace Parcours.Statistics.Recommendation;

/// <summary>
/// What customers bought, basket by basket: for each customer its baskets in time order, for each basket its day and its distinct items.
/// Items are whole numbers from 0; a lower number wins ties, so number them in the order that ties should follow. Immutable; made by <see cref="BasketsBuilder"/>.
/// </summary>
public sealed class Baskets
{
    private readonly int[] _customers; // where each customer's baskets start, then the total
    private readonly int[] _starts; // where each basket's items start, then the total
    private readonly int[] _days;
    private readonly int[] _items;

    internal Baskets(int itemCount, int[] customers, int[] starts, int[] days, int[] items)
    {
        ItemCount = itemCount;
        _customers = customers;
        _starts = starts;
        _days = days;
        _items = items;
    }

    /// <summary>How many items there are, bought or not: they are numbered from 0 to one less.</summary>
    public int ItemCount { get; }

    /// <summary>How many customers, those without a basket included.</summary>
    public int CustomerCount => _customers.Length - 1;

    /// <summary>How many baskets.</summary>
    public int Count => _days.Length;

    /// <summary>How many items in all baskets together, an item once a basket.</summary>
    public int LineCount => _items.Length;

    /// <summary>The first basket of a customer; those that follow, up to <see cref="EndOf"/>, come in time order.</summary>
    public int StartOf(int customer) => _customers[customer];

    /// <summary>One past the last basket of a customer: equal to <see cref="StartOf"/> when it has none.</summary>
    public int EndOf(int customer) => _customers[customer + 1];

    /// <summary>The day of a basket, in days from any origin.</summary>
    public int DayOf(int basket) => _days[basket];

    /// <summary>The distinct items of a basket, in ascending order.</summary>
    public ReadOnlySpan<int> ItemsOf(int basket) => _items.AsSpan(_starts[basket], _starts[basket + 1] - _starts[basket]);

    /// <summary>
    /// The same customers without the last basket of each who has two baskets or more: what was known before it. A customer with a single
    /// basket keeps it. This is the cut of a test by last basket held out.
    /// </summary>
    public Baskets WithoutLast()
    {
        var before = new BasketsBuilder(ItemCount);
        for (int customer = 0; customer < CustomerCount; customer++)
        {
            before.StartCustomer();
            int end = EndOf(customer) - StartOf(customer) >= 2 ? EndOf(customer) - 1 : EndOf(customer);
            for (int basket = StartOf(customer); basket < end; basket++)
            {
                before.Add(_days[basket], ItemsOf(basket));
            }
        }

        return before.ToBaskets();
    }

    /// <summary>How many baskets hold each item.</summary>
    public int[] CountByItem()
    {
        int[] counts = new int[ItemCount];
        foreach (int item in _items)
        {
            counts[item]++;
        }

        return counts;
    }
}
