namespace Parcours.Statistics.Recommendation;

/// <summary>Who ever bought what, each pair once, both ways round. A customer counts with at most <see cref="MostItems"/> items, the latest: work grows with their square.</summary>
internal sealed class CustomerItems
{
    /// <summary>The most items a customer counts with.</summary>
    public const int MostItems = 500;

    private readonly int[] _customerStarts;
    private readonly int[] _items;
    private readonly int[] _itemStarts;
    private readonly int[] _customers;

    public CustomerItems(Baskets baskets)
    {
        _customerStarts = new int[baskets.CustomerCount + 1];
        var items = new List<int>(baskets.LineCount);
        int[] seenBy = new int[baskets.ItemCount];
        int[] buyers = new int[baskets.ItemCount];
        for (int customer = 0; customer < baskets.CustomerCount; customer++)
        {
            int start = items.Count;
            for (int basket = baskets.EndOf(customer) - 1; basket >= baskets.StartOf(customer); basket--)
            {
                foreach (int item in baskets.ItemsOf(basket))
                {
                    if (seenBy[item] != customer + 1 && items.Count - start < MostItems)
                    {
                        seenBy[item] = customer + 1;
                        items.Add(item);
                        buyers[item]++;
                    }
                }
            }

            _customerStarts[customer + 1] = items.Count;
            CustomerCount += items.Count > start ? 1 : 0;
        }

        _items = [.. items];
        _itemStarts = new int[baskets.ItemCount + 1];
        for (int item = 0; item < buyers.Length; item++)
        {
            _itemStarts[item + 1] = _itemStarts[item] + buyers[item];
        }

        _customers = new int[_items.Length];
        int[] next = _itemStarts[..^1];
        for (int customer = 0; customer < baskets.CustomerCount; customer++)
        {
            foreach (int item in ItemsOf(customer))
            {
                _customers[next[item]++] = customer;
            }
        }
    }

    /// <summary>How many distinct items a customer who bought has, on average; 0 without a customer.</summary>
    public double ItemsPerCustomer => _items.Length == 0 ? 0 : (double)_items.Length / CustomerCount;

    /// <summary>How many customers bought something.</summary>
    public int CustomerCount { get; }

    public int ItemCount => _itemStarts.Length - 1;

    public ReadOnlySpan<int> ItemsOf(int customer) => _items.AsSpan(_customerStarts[customer], _customerStarts[customer + 1] - _customerStarts[customer]);

    public ReadOnlySpan<int> CustomersOf(int item) => _customers.AsSpan(_itemStarts[item], _itemStarts[item + 1] - _itemStarts[item]);

    public int BuyersOf(int item) => _itemStarts[item + 1] - _itemStarts[item];
}
