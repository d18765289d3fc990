namespace Parcours.Statistics.Recommendation;

/// <summary>Counts the pairs of items, an item after another, so that memory holds the pairs told and one row a thread.</summary>
internal sealed class PairCount
{
    private readonly Baskets _baskets;
    private readonly PairRelation _relation;
    private readonly int _fewest;
    private readonly int[] _starts; // where each item's first baskets start, then the total
    private readonly int[] _firsts; // the trials that have the item first, by basket
    private readonly int[] _customers; // whose each of those is

    public PairCount(Baskets baskets, PairRelation relation, int fewest, Action<double>? progress)
    {
        _baskets = baskets;
        _relation = relation;
        _fewest = fewest;
        int ahead = relation == PairRelation.Next ? 1 : 0;
        FirstCounts = new int[baskets.ItemCount];
        SecondCounts = new int[baskets.ItemCount];
        ForEachTrial((basket, _) =>
        {
            Trials++;
            Count(FirstCounts, basket);
            Count(SecondCounts, basket + ahead);
        });
        _starts = new int[baskets.ItemCount + 1];
        for (int item = 0; item < baskets.ItemCount; item++)
        {
            _starts[item + 1] = _starts[item] + FirstCounts[item];
        }

        _firsts = new int[_starts[^1]];
        _customers = new int[_starts[^1]];
        int[] next = _starts[..^1];
        ForEachTrial((basket, customer) =>
        {
            foreach (int item in baskets.ItemsOf(basket))
            {
                _customers[next[item]] = customer;
                _firsts[next[item]++] = basket;
            }
        });
        long firstAble = FirstCounts.LongCount(count => count >= fewest);
        long secondAble = SecondCounts.LongCount(count => count >= fewest);
        PairsPossible = Math.Max(1, relation == PairRelation.Next ? firstAble * secondAble : firstAble * (firstAble - 1) / 2);
        Found = Scan(progress);
    }

    /// <summary>How many trials have each item first, or at all for pairs without a direction.</summary>
    public int[] FirstCounts { get; }

    /// <summary>How many trials have each item second, or at all for pairs without a direction.</summary>
    public int[] SecondCounts { get; }

    public int Trials { get; private set; }

    /// <summary>How many pairs of items were sold often enough to be found: the tests that are corrected for.</summary>
    public long PairsPossible { get; }

    /// <summary>The pairs that enough customers stand behind, by first and second item.</summary>
    public (int First, int Second, int Customers, int Both)[] Found { get; }

    private (int, int, int, int)[] Scan(Action<double>? progress)
    {
        var rows = new (int, int, int, int)[_baskets.ItemCount][];
        int done = 0;
        Parallel.For(0, rows.Length, () => new Row(_baskets.ItemCount), (item, _, row) =>
        {
            rows[item] = FirstCounts[item] < _fewest ? [] : Scan(item, row);
            int finished = Interlocked.Increment(ref done);
            if (finished % 512 == 0)
            {
                progress?.Invoke((double)finished / rows.Length);
            }

            return row;
        }, _ => { });
        return [.. rows.SelectMany(row => row)];
    }

    private (int, int, int, int)[] Scan(int item, Row row)
    {
        int ahead = _relation == PairRelation.Next ? 1 : 0;
        for (int i = _starts[item]; i < _starts[item + 1]; i++)
        {
            foreach (int other in _baskets.ItemsOf(_firsts[i] + ahead))
            {
                if (ahead == 1 ? other != item : other > item)
                {
                    row.Add(other, _customers[i]);
                }
            }
        }

        return row.Take(item, _fewest);
    }

    private void ForEachTrial(Action<int, int> each)
    {
        for (int customer = 0; customer < _baskets.CustomerCount; customer++)
        {
            int end = _relation == PairRelation.Next ? _baskets.EndOf(customer) - 1 : _baskets.EndOf(customer);
            for (int basket = _baskets.StartOf(customer); basket < end; basket++)
            {
                each(basket, customer);
            }
        }
    }

    private void Count(int[] counts, int basket)
    {
        foreach (int item in _baskets.ItemsOf(basket))
        {
            counts[item]++;
        }
    }

    /// <summary>The pairs of one first item, counted in space kept from one to the next.</summary>
    private sealed class Row(int itemCount)
    {
        private readonly (int Both, int Customers, int LastCustomer)[] _counts = new (int, int, int)[itemCount];
        private readonly List<int> _touched = [];

        public void Add(int other, int customer)
        {
            ref (int Both, int Customers, int LastCustomer) count = ref _counts[other];
            if (count.Both++ == 0)
            {
                _touched.Add(other);
                count.LastCustomer = -1;
            }

            // Trials come customer after customer.
            if (count.LastCustomer != customer)
            {
                count.Customers++;
                count.LastCustomer = customer;
            }
        }

        public (int, int, int, int)[] Take(int item, int fewest)
        {
            _touched.Sort();
            var pairs = new List<(int, int, int, int)>();
            foreach (int other in _touched)
            {
                if (_counts[other].Customers >= fewest)
                {
                    pairs.Add((item, other, _counts[other].Customers, _counts[other].Both));
                }

                _counts[other] = default;
            }

            _touched.Clear();
            return [.. pairs];
        }
    }
}
