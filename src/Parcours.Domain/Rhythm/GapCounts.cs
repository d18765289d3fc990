namespace Parcours.Domain.Rhythm;

/// <summary>
/// Quantiles of a distribution given as counts by value: linear interpolation between order statistics
/// (Hyndman and Fan 1996, type 7, the default of R and NumPy).
/// </summary>
internal static class GapCounts
{
    /// <summary>A quantile, in units of the counts' index; NaN when all counts are zero.</summary>
    /// <param name="counts">How many there are of each value.</param>
    /// <param name="total">Their sum.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(ReadOnlySpan<int> counts, long total, double share)
    {
        if (total == 0)
        {
            return double.NaN;
        }

        double place = (total - 1) * share;
        long below = (long)Math.Floor(place);
        int low = ValueAt(counts, below);
        int high = below + 1 < total ? ValueAt(counts, below + 1) : low;
        return low + ((place - below) * (high - low));
    }

    /// <summary>The value at a rank, from 0.</summary>
    public static int ValueAt(ReadOnlySpan<int> counts, long rank)
    {
        long seen = 0;
        for (int value = 0; value < counts.Length; value++)
        {
            seen += counts[value];
            if (seen > rank)
            {
                return value;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(rank), rank, $"There are {seen} values: a rank lies from 0 to {seen - 1}.");
    }
}
