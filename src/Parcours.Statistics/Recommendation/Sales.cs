namespace Parcours.Statistics.Recommendation;

/// <summary>How well items sell: the base rates that every ranking falls back on.</summary>
internal sealed class Sales
{
    public Sales(Baskets baskets)
    {
        Sold = baskets.CountByItem();
        Best = [.. Enumerable.Range(0, Sold.Length).Where(item => Sold[item] > 0).OrderByDescending(item => Sold[item]).ThenBy(item => item)];
        BasketCount = Math.Max(1, baskets.Count);
        LineCount = Math.Max(1, baskets.LineCount);
    }

    /// <summary>How many baskets hold each item.</summary>
    public int[] Sold { get; }

    /// <summary>The items sold, the most sold first, equal ones by number.</summary>
    public int[] Best { get; }

    public int BasketCount { get; }

    public int LineCount { get; }

    /// <summary>How many distinct items a customer bought, on average: with an item's share of lines, the base rate of having bought it.</summary>
    public double ItemsPerCustomer { get; init; } = 1;

    public double ShareOfBaskets(int item) => (double)Sold[item] / BasketCount;
}
