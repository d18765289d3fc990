namespace Parcours.Statistics.Peaks;

/// <summary>Corrects the chances of several tests made together.</summary>
public static class ManyTests
{
    /// <summary>
    /// Benjamini and Hochberg's q-value of each test ("Controlling the false discovery rate", Journal of the Royal Statistical Society B 57, 1995): calling what is at or below 0.05 real
    /// is wrong for at most one call in twenty on average.
    /// </summary>
    /// <param name="probabilities">The chances, 0 to 1, in any order.</param>
    public static double[] Corrected(ReadOnlySpan<double> probabilities)
    {
        double[] chances = probabilities.ToArray();
        int[] order = [.. Enumerable.Range(0, chances.Length).OrderBy(i => chances[i]).ThenBy(i => i)];
        double[] corrected = new double[chances.Length];
        double least = 1;
        for (int rank = order.Length - 1; rank >= 0; rank--)
        {
            least = Math.Min(least, chances[order[rank]] * chances.Length / (rank + 1));
            corrected[order[rank]] = least;
        }

        return corrected;
    }
}
