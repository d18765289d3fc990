using Parcours.Statistics;

namespace Parcours.Engine.Cohorts;

/// <summary>A figure of a cohort.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Interval">Its 95 % interval, wide for a small cohort: that of the mean of so many customers, of a share by Wilson's formula.</param>
public readonly record struct CohortEstimate(double Value, ConfidenceInterval Interval)
{
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>The mean of so many figures.</summary>
    /// <param name="count">How many; 1 or more.</param>
    /// <param name="sum">Their sum.</param>
    /// <param name="squares">The sum of their squares.</param>
    /// <param name="scale">What to multiply the mean by: 1, or the count for a total.</param>
    public static CohortEstimate OfMean(double count, double sum, double squares, double scale = 1)
    {
        double mean = sum / count;
        double variance = count > 1 ? Math.Max(0, squares - (sum * mean)) / (count - 1) : mean * mean;
        double half = TwoSided95 * Math.Sqrt(variance / count);
        return new CohortEstimate(scale * mean, new ConfidenceInterval(scale * (mean - half), scale * (mean + half)));
    }

    /// <summary>
    /// A share of so many customers, each with a probability: the interval is that of the share who really will, which holds both whom the cohort happened to
    /// gather and what each will happen to do.
    /// </summary>
    /// <param name="count">How many, expected where that is uncertain; above 0.</param>
    /// <param name="share">The mean probability, 0 to 1.</param>
    public static CohortEstimate OfShare(double count, double share)
    {
        double z = TwoSided95 * TwoSided95 / count;
        double middle = (share + (z / 2)) / (1 + z);
        double half = TwoSided95 / (1 + z) * Math.Sqrt((share * (1 - share) / count) + (z / 4 / count));
        return new CohortEstimate(share, new ConfidenceInterval(Math.Max(0, middle - half), Math.Min(1, middle + half)));
    }
}
