namespace Parcours.Statistics.Measures;

/// <summary>How far predicted amounts are from the amounts seen. Rows count alike.</summary>
/// <param name="MeanAbsoluteError">The mean of |predicted - seen|, in the unit of the amounts, 0 or more.</param>
/// <param name="RootMeanSquaredError">The root of the mean of (predicted - seen)², in the unit of the amounts, at least <paramref name="MeanAbsoluteError"/>.</param>
/// <param name="Bias">The mean of predicted - seen, in the unit of the amounts: above 0 when too much is promised.</param>
/// <param name="Spearman">
/// The rank correlation, -1 to 1: Pearson's correlation of the ranks, ties having their mean rank (Spearman, "The proof and measurement of association between two
/// things", American Journal of Psychology 15, 1904); null when either side is constant.
/// </param>
public sealed record ValueMeasures(double MeanAbsoluteError, double RootMeanSquaredError, double Bias, double? Spearman)
{
    /// <summary>The measures of predictions against amounts.</summary>
    /// <param name="predicted">One a row, finite.</param>
    /// <param name="seen">One a row, finite, in the same unit.</param>
    /// <returns>Null when there are no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite.</exception>
    public static ValueMeasures? Compute(ReadOnlySpan<double> predicted, ReadOnlySpan<double> seen)
    {
        Require.SameLength(predicted.Length, seen.Length);
        Require.Numbers(predicted);
        Require.Numbers(seen);
        if (seen.IsEmpty)
        {
            return null;
        }

        double absolute = 0;
        double squared = 0;
        double signed = 0;
        for (int row = 0; row < seen.Length; row++)
        {
            double miss = predicted[row] - seen[row];
            absolute += Math.Abs(miss);
            squared += miss * miss;
            signed += miss;
        }

        int rows = seen.Length;
        return new(absolute / rows, Math.Sqrt(squared / rows), signed / rows, RankCorrelation(predicted, seen));
    }

    private static double? RankCorrelation(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double[] leftRanks = CentredRanks(left);
        double[] rightRanks = CentredRanks(right);
        double both = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int row = 0; row < leftRanks.Length; row++)
        {
            both += leftRanks[row] * rightRanks[row];
            leftSquares += leftRanks[row] * leftRanks[row];
            rightSquares += rightRanks[row] * rightRanks[row];
        }

        return leftSquares > 0 && rightSquares > 0 ? Math.Clamp(both / Math.Sqrt(leftSquares * rightSquares), -1, 1) : null;
    }

    // Mean ranks less the mean of all ranks: exact halves.
    private static double[] CentredRanks(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] rows = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, rows);
        double[] ranks = new double[sorted.Length];
        for (int first = 0; first < sorted.Length;)
        {
            int end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first])
            {
                end++;
            }

            for (int place = first; place < end; place++)
            {
                ranks[rows[place]] = (first + end - sorted.Length) / 2.0;
            }

            first = end;
        }

        return ranks;
    }
}
