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
        Parallel.For(0, rows.Length, () => (Best: new TopItems(ItemModel.RidgeNeighbours), System: new RidgeSystem(ItemModel.RidgeNeighbours)), (item, _, own) =>
        {
            own.Best.Clear();
            foreach ((int other, int both) in pairs.Of(item))
            {
                own.Best.Add(other, both / Math.Sqrt(pairs.BuyersOf(other)), both);
            }

            var row = RowOf(own.Best);
            own.System.Solve(row.Length, shrinkage,
                (i, j) => i == j ? pairs.BuyersOf(row[i].Item) : Math.Max(pairs.Both(row[i].Item, row[j].Item), pairs.Both(row[j].Item, row[i].Item)),
                i => pairs.Both(item, row[i].Item));
            for (int i = 0; i < row.Length; i++)
            {
                row[i].Vote = (float)own.System.Solution[i];
            }

            rows[item] = [.. row.Where(entry => entry.Vote != 0)];
            return own;
        }, _ => { });
        return rows;
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

        return [.. turned.Select(row => row is null ? [] : row.Count <= ItemModel.Neighbours * 4 ? [.. row]
            : row.OrderByDescending(entry => Math.Abs(entry.Vote)).ThenBy(entry => entry.Item).Take(ItemModel.Neighbours * 4).OrderBy(entry => entry.Item).ToArray())];
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
