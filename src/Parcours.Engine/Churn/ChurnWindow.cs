using Parcours.Domain.Time;
using Parcours.Statistics.Learners;

namespace Parcours.Engine.Churn;

/// <summary>Those eligible at a date, what was known of them then, and who had left when the horizon was over.</summary>
/// <param name="At">The date t0.</param>
/// <param name="ClosesAt">t0 + horizon.</param>
/// <param name="Subjects">Who was eligible, by row.</param>
/// <param name="Features">What was known at t0.</param>
/// <param name="Left">Who had left at <paramref name="ClosesAt"/>, by row; empty when that is not known yet.</param>
internal sealed record ChurnWindow(Instant At, Instant ClosesAt, int[] Subjects, FeatureTable Features, bool[] Left)
{
    /// <summary>How many left.</summary>
    public int LeftCount => Left.Count(left => left);

    /// <summary>The share that left, 0 to 1; 0 without rows.</summary>
    public double Rate => Left.Length == 0 ? 0 : (double)LeftCount / Left.Length;

    /// <summary>The rows with their outcomes, for learning; at most so many of them, evenly spread.</summary>
    public BinarySample Sample(int most)
    {
        var all = new BinarySample(Features, Left);
        if (Left.Length <= most)
        {
            return all;
        }

        int[] rows = [.. Enumerable.Range(0, most).Select(i => (int)((long)i * Left.Length / most))];
        return all.Take(rows);
    }
}
