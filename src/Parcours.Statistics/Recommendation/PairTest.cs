using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Recommendation;

/// <summary>The arithmetic behind a pair's intervals and test.</summary>
internal static class PairTest
{
    private const double Tail = 0.025;

    /// <summary>The chance that as many customers make a pair of items that have nothing to do with one another.</summary>
    public static double Chance(int customers, int first, int second, int trials) => GammaDistribution.Lower(customers, (double)first * second / trials);

    /// <summary>Benjamini and Hochberg's correction: the q-value of each p-value. Tests made beyond those given count with a p-value of 1, which can only raise the others.</summary>
    /// <param name="chances">The p-values.</param>
    /// <param name="tests">How many tests were made in all, at least as many as there are p-values.</param>
    public static double[] Correct(double[] chances, long tests)
    {
        int[] order = [.. Enumerable.Range(0, chances.Length).OrderBy(i => chances[i]).ThenBy(i => i)];
        double[] corrected = new double[chances.Length];
        double least = 1;
        for (int rank = order.Length - 1; rank >= 0; rank--)
        {
            least = Math.Min(least, chances[order[rank]] * tests / (rank + 1));
            corrected[order[rank]] = least;
        }

        return corrected;
    }

    /// <summary>The lift's interval: Garwood's exact interval of a Poisson count ("Fiducial limits for the Poisson distribution", Biometrika 28, 1936), relative to the count.</summary>
    public static ConfidenceInterval LiftInterval(double lift, int customers) => new(
        lift * Math.Exp(GammaDistribution.LogUpperQuantile(customers, 1 - Tail)) / customers,
        lift * Math.Exp(GammaDistribution.LogUpperQuantile(customers + 1, Tail)) / customers);
}
