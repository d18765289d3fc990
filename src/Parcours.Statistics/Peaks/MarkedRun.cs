namespace Parcours.Statistics.Peaks;

/// <summary>The most marked run of a series above what is foreseen.</summary>
/// <param name="First">Its first period.</param>
/// <param name="Last">Its last period.</param>
/// <param name="Mark">
/// Twice the log-likelihood ratio of the run's own rate against the baseline's, Kulldorff's scan statistic ("A spatial scan statistic", Communications in Statistics 26, 1997), corrected for
/// what the baseline took over of the run itself; 0 when no run is above.
/// </param>
internal readonly record struct MarkedRun(int First, int Last, double Mark)
{
    /// <summary>Scans all runs up to a length that hold no period left out.</summary>
    /// <param name="counts">Events by period.</param>
    /// <param name="expected">Events foreseen.</param>
    /// <param name="exposure">Time at risk by period: a run must then rise above the rate of the two periods before it, and so cannot begin the series. Empty for no such condition.</param>
    /// <param name="leftOut">Periods that no run may hold.</param>
    /// <param name="longest">The longest run, in periods.</param>
    /// <param name="terms">The terms of a fitted baseline by period, and null when the expected counts are given.</param>
    /// <param name="inverse">The covariance of its coefficients.</param>
    public static MarkedRun Of(
        ReadOnlySpan<double> counts, ReadOnlySpan<double> expected, ReadOnlySpan<double> exposure, ReadOnlySpan<bool> leftOut, int longest, Func<int, double[]>? terms, double[,]? inverse)
    {
        MarkedRun best = default;
        int size = inverse?.GetLength(0) ?? 0;
        Span<double> sums = stackalloc double[8];
        for (int first = exposure.IsEmpty ? 0 : 1; first < counts.Length; first++)
        {
            double before = RateBefore(counts, exposure, first);
            double seen = 0;
            double foreseen = 0;
            double time = 0;
            sums.Clear();
            for (int last = first; last < Math.Min(counts.Length, first + longest) && !leftOut[last]; last++)
            {
                seen += counts[last];
                foreseen += expected[last];
                time += exposure.IsEmpty ? 0 : exposure[last];
                if (terms is not null)
                {
                    double[] own = terms(last);
                    for (int k = 0; k < size; k++)
                    {
                        sums[k] += expected[last] * own[k];
                    }
                }

                if (seen > foreseen && foreseen > 0 && seen >= before * time)
                {
                    double mark = 2 * ((seen * Math.Log(seen / foreseen)) - (seen - foreseen)) / Free(foreseen, sums, inverse);
                    best = mark > best.Mark ? new(first, last, mark) : best;
                }
            }
        }

        return best;
    }

    private static double RateBefore(ReadOnlySpan<double> counts, ReadOnlySpan<double> exposure, int first)
    {
        if (exposure.IsEmpty)
        {
            return 0;
        }

        return first == 1 ? counts[0] / exposure[0] : (counts[first - 2] + counts[first - 1]) / (exposure[first - 2] + exposure[first - 1]);
    }

    // The share of the run's variance that the fitted baseline leaves free: 1 - c' V c / foreseen, with c the sums of expected counts times terms.
    private static double Free(double foreseen, ReadOnlySpan<double> sums, double[,]? inverse)
    {
        if (inverse is null)
        {
            return 1;
        }

        double taken = 0;
        int size = inverse.GetLength(0);
        for (int k = 0; k < size; k++)
        {
            for (int j = 0; j < size; j++)
            {
                taken += sums[k] * inverse[k, j] * sums[j];
            }
        }

        return Math.Max(0.05, 1 - (taken / foreseen));
    }
}
