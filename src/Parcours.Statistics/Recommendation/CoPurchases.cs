namespace Parcours.Statistics.Recommendation;

/// <summary>
/// For each item, the items bought by the same customers and by how many of them: at most <see cref="Kept"/>, nearest by shrunk cosine. Computed row by row, so that memory
/// holds what is kept and one row a thread, never the whole matrix.
/// </summary>
internal sealed class CoPurchases
{
    /// <summary>How many items are kept for each.</summary>
    public const int Kept = 256;

    // A pair that one customer made is no better than chance, however rare both items: nearness is drawn towards 0 by so many customers.
    private const double Doubt = 10;

    private readonly (int Item, int Customers)[][] _rows;
    private readonly CustomerItems _bought;

    public CoPurchases(CustomerItems bought, Action<double>? progress = null)
    {
        _bought = bought;
        _rows = new (int, int)[bought.ItemCount][];
        int done = 0;
        Parallel.For(0, bought.ItemCount, () => new Row(bought), (item, _, row) =>
        {
            _rows[item] = row.Of(item);
            int finished = Interlocked.Increment(ref done);
            if (finished % 512 == 0)
            {
                progress?.Invoke((double)finished / bought.ItemCount);
            }

            return row;
        }, _ => { });
    }

    public int ItemCount => _rows.Length;

    /// <summary>How near an item that was bought by so many is to one that it shares so many customers with: comparable among the neighbours of one item.</summary>
    public static double Nearness(int both, int buyers) => both / Math.Sqrt(buyers) * (both / (both + Doubt));

    /// <summary>The row of an item, by ascending item.</summary>
    public ReadOnlySpan<(int Item, int Customers)> Of(int item) => _rows[item];

    public int BuyersOf(int item) => _bought.BuyersOf(item);

    /// <summary>How many customers bought both; 0 when the pair was not kept.</summary>
    public int Both(int item, int other)
    {
        (int Item, int Customers)[] row = _rows[item];
        int low = 0;
        int high = row.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            if (row[middle].Item == other)
            {
                return row[middle].Customers;
            }

            (low, high) = row[middle].Item < other ? (middle + 1, high) : (low, middle - 1);
        }

        return 0;
    }

    private sealed class Row(CustomerItems bought)
    {
        private readonly int[] _counts = new int[bought.ItemCount];
        private readonly List<int> _touched = [];
        private readonly TopItems _best = new(Kept);

        public (int Item, int Customers)[] Of(int item)
        {
            foreach (int customer in bought.CustomersOf(item))
            {
                foreach (int other in bought.ItemsOf(customer))
                {
                    if (_counts[other]++ == 0)
                    {
                        _touched.Add(other);
                    }
                }
            }

            _best.Clear();
            foreach (int other in _touched)
            {
                if (other != item)
                {
                    _best.Add(other, Nearness(_counts[other], bought.BuyersOf(other)), _counts[other]);
                }
            }

            var row = new (int Item, int Customers)[_best.Count];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = (_best[i].Item, _counts[_best[i].Item]);
            }

            foreach (int other in _touched)
            {
                _counts[other] = 0;
            }

            _touched.Clear();
            Array.Sort(row, (left, right) => left.Item.CompareTo(right.Item));
            return row;
        }
    }
}
