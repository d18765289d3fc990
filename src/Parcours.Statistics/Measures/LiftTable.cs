using System.Collections.Immutable;

namespace Parcours.Statistics.Measures;

/// <summary>
/// Lift and gain by decile: rows from the highest score to the lowest in ten parts of equal size, and what each holds of the outcome (customers who
/// left, or amounts they spent).
/// </summary>
/// <remarks>
/// Equal scores may fall into two deciles: each row of a tie then counts the mean outcome of its tie, so that the table does not depend on the order of rows, and a
/// constant score has a lift of 1 everywhere. Rows count alike.
/// </remarks>
/// <param name="Deciles">From the highest scores; fewer than ten when there are fewer than ten rows.</param>
public sealed record LiftTable(ImmutableArray<LiftDecile> Deciles)
{
    private const int DecileCount = 10;

    /// <summary>The share of the whole outcome that lies in the tenth of rows with the highest scores, 0 to 1; 0.1 for chance.</summary>
    /// <remarks>With fewer than ten rows, the share in the first row: no smaller part can be taken.</remarks>
    public double TopDecileCapture => Deciles[0].Gain;

    /// <summary>The table of scores, any finite numbers, against outcomes that happened or not.</summary>
    /// <param name="scores">One a row; a higher score should mean the outcome is likelier.</param>
    /// <param name="outcomes">What happened.</param>
    /// <returns>Null when no row has the outcome, or there are no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is not finite.</exception>
    public static LiftTable? Compute(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes) => Compute(scores, Require.AsNumbers(outcomes));

    /// <summary>The table of scores, any finite numbers, against amounts.</summary>
    /// <param name="scores">One a row; a higher score should mean a higher amount.</param>
    /// <param name="amounts">Each 0 or more, in one unit.</param>
    /// <returns>Null when the amounts add up to nothing, or there are no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a score or an amount is not finite, or an amount is below 0.</exception>
    public static LiftTable? Compute(ReadOnlySpan<double> scores, ReadOnlySpan<double> amounts)
    {
        foreach (double amount in amounts)
        {
            if (amount < 0)
            {
                throw new ArgumentException($"An amount is {amount}: shares need amounts of 0 or more.");
            }
        }

        // From the highest: the same bins, on scores turned round.
        double[] turned = new double[scores.Length];
        for (int row = 0; row < turned.Length; row++)
        {
            turned[row] = -scores[row];
        }

        ScoreBin[] bins = [.. new SortedScores(turned, amounts).Bins(DecileCount).Where(bin => bin.Rows > 0)];
        double whole = bins.Sum(bin => bin.Outcomes);
        if (whole <= 0)
        {
            return null;
        }

        var deciles = ImmutableArray.CreateBuilder<LiftDecile>(bins.Length);
        int rows = 0;
        double held = 0;
        foreach (ScoreBin bin in bins)
        {
            rows += bin.Rows;
            held += bin.Outcomes;
            double rate = bin.Outcomes / bin.Rows;
            double mean = whole / scores.Length;
            deciles.Add(new(deciles.Count + 1, bin.Rows, bin.Outcomes, rate, rate / mean, held / whole, held / rows / mean));
        }

        return new(deciles.MoveToImmutable());
    }
}
