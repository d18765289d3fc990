namespace Parcours.Statistics.Clusters;

/// <summary>
/// How far two ways of grouping the same points agree, whatever their groups are called: the share of pairs of points that both keep together or both keep apart, corrected for what
/// chance alone gives (Hubert and Arabie 1985, equation 5). 1 for the same groups, 0 on average for groups drawn by lot, below 0 for less than that.
/// </summary>
public static class AdjustedRand
{
    /// <summary>The index of two groupings; 1 when each has one group only, or each point alone.</summary>
    /// <param name="a">The group of each point, from 0.</param>
    /// <param name="b">The same points' groups in the other grouping, from 0.</param>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static double Of(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        if (a.Count != b.Count)
        {
            throw new ArgumentException("Both group the same points.", nameof(b));
        }

        int rows = a.Count == 0 ? 0 : a.Max() + 1;
        int columns = b.Count == 0 ? 0 : b.Max() + 1;
        long[] rowSizes = new long[rows];
        long[] columnSizes = new long[columns];
        long[] both = new long[rows * columns];
        for (int at = 0; at < a.Count; at++)
        {
            rowSizes[a[at]]++;
            columnSizes[b[at]]++;
            both[(a[at] * columns) + b[at]]++;
        }

        double together = both.Sum(Pairs);
        double inA = rowSizes.Sum(Pairs);
        double inB = columnSizes.Sum(Pairs);
        double all = Pairs(a.Count);
        double expected = all == 0 ? 0 : inA * inB / all;
        double most = (inA + inB) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double Pairs(long count) => count * (count - 1) / 2.0;
}
