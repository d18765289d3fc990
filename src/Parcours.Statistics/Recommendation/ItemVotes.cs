using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Recommendation;

/// <summary>What each item says of others: the votes of an item-item model, at most <see cref="ItemModel.Neighbours"/> an item, by ascending item.</summary>
internal sealed class ItemVotes
{
    private readonly (int Item, float Vote)[][] _rows;
    private readonly CoPurchases _pairs;
    private readonly double _towardsBaseRate;

    private ItemVotes((int, float)[][] rows, CoPurchases pairs, double towardsBaseRate)
    {
        _rows = rows;
        _pairs = pairs;
        _towardsBaseRate = towardsBaseRate;
    }

    public static ItemVotes Of(CoPurchases pairs, ItemModelKind kind, double shrinkage) =>
        new(
        kind == ItemModelKind.Ridge ? Turned(RidgeRows(pairs, shrinkage)) : DirectRows(pairs, kind, shrinkage),
        pairs,
        kind == ItemModelKind.ConditionalProbability ? shrinkage : 0);

    public ReadOnlySpan<(int Item, float Vote)> Of(int item) => _rows[item];

    /// <summary>How much an item votes for the base rate, 0 to 1.</summary>
    public double ForBaseRate(int item) => _towardsBaseRate == 0 ? 0 : _towardsBaseRate / (_pairs.BuyersOf(item) + _towardsBaseRate);

    private static (int, float)[][] DirectRows(CoPurchases pairs, ItemModelKind kind, double shrinkage)
    {
        var rows = new (int, float)[pairs.ItemCount][];
        Parallel.For(0, rows.Length, () => new TopItems(ItemModel.Neighbours), (item, _, best) =>
        {
            best.Clear();
            foreach ((int other, int both) in pairs.Of(item))
            {
                double vote = kind == ItemModelKind.Cosine
                    ? both / Math.Sqrt((double)pairs.BuyersOf(item) * pairs.BuyersOf(other)) * (both / (both + shrinkage))
                    : both / (pairs.BuyersOf(item) + shrinkage);
                best.Add(other, vote, both);
            }

            rows[item] = RowOf(best);
            return best;
        }, _ => { });
        return rows;
    }

    // For each item, the coefficients of the items that explain it.
    private static (int, float)[][] RidgeRows(CoPurchases pairs, double shrinkage)
    {
        var rows = new (int, float)[pairs.ItemCount][];
        Parallel.For(0, rows.Length, () => new TopItems(ItemModel.RidgeNeighbours), (item, _, best) =>
        {
            best.Clear();
            foreach ((int other, int both) in pairs.Of(item))
            {
                best.Add(other, CoPurchases.Nearness(both, pairs.BuyersOf(other)), both);
            }

            (int Item, float Vote)[] row = RowOf(best);
            double[] votes = Regress(pairs, item, row, shrinkage);
            rows[item] = [.. row.Select((entry, i) => (entry.Item, (float)votes[i]))];
            return best;
        }, _ => { });
        return rows;
    }

    private static double[] Regress(CoPurchases pairs, int item, (int Item, float Vote)[] on, double shrinkage)
    {
        double[] votes = [.. on.Select(other => (double)pairs.Both(item, other.Item))];
        var counts = new double[on.Length, on.Length];
        for (int i = 0; i < on.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                counts[i, j] = counts[j, i] = Math.Max(pairs.Both(on[i].Item, on[j].Item), pairs.Both(on[j].Item, on[i].Item));
            }

            counts[i, i] = pairs.BuyersOf(on[i].Item) + shrinkage;
        }

        // Counts that were pruned may leave the matrix indefinite: its diagonal is doubled until it is not.
        double[,]? factor;
        while ((factor = SymmetricMatrix.Cholesky(counts)) is null)
        {
            for (int i = 0; i < on.Length; i++)
            {
                counts[i, i] *= 2;
            }
        }

        SymmetricMatrix.SolveInPlace(factor, votes);
        return votes;
    }

    // From "who explains me" to "whom do I explain".
    private static (int, float)[][] Turned((int Item, float Vote)[][] rows)
    {
        var turned = new List<(int Item, float Vote)>[rows.Length];
        for (int item = 0; item < rows.Length; item++)
        {
            foreach ((int other, float vote) in rows[item])
            {
                (turned[other] ??= []).Add((item, vote));
            }
        }

        return
        [
            .. turned.Select(row => row is null ? []
                : row.OrderByDescending(entry => Math.Abs(entry.Vote)).ThenBy(entry => entry.Item).Take(ItemModel.Neighbours).OrderBy(entry => entry.Item).ToArray()),
        ];
    }

    private static (int Item, float Vote)[] RowOf(TopItems best)
    {
        var row = new (int Item, float Vote)[best.Count];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (best[i].Item, (float)best[i].Score);
        }

        Array.Sort(row, (left, right) => left.Item.CompareTo(right.Item));
        return row;
    }
}
