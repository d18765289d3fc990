using System.Collections.Immutable;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Survival;

/// <summary>
/// The hazard by time since an event (since the last order, since a subscription began): for each stretch of time, how many ended over how long all were watched. The rate of a
/// piecewise constant hazard (Holford, "Life tables with concomitant information", Biometrics 32, 1976), with the exact interval of a Poisson count (Garwood, "Fiducial limits
/// for the Poisson distribution", Biometrika 28, 1936). Rows count alike.
/// </summary>
public static class HazardTable
{
    private const double Tail = 0.025;

    /// <summary>The hazard in the stretches between edges.</summary>
    /// <param name="durations">How long each row lasted, or has lasted so far: finite, 0 or more, in any one unit.</param>
    /// <param name="ended">Whether it ended then.</param>
    /// <param name="edges">Two or more rising times; the first is usually 0. What ends at an edge counts in the stretch before it, at 0 in the first one.</param>
    /// <returns>One stretch fewer than edges; without rows, stretches without a rate.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a duration is out of range, or edges do not rise.</exception>
    public static ImmutableArray<HazardInterval> Compute(ReadOnlySpan<double> durations, ReadOnlySpan<bool> ended, ReadOnlySpan<double> edges)
    {
        Durations.Check(durations, ended);
        CheckEdges(edges);
        int[] endings = new int[edges.Length - 1];
        double[] watched = new double[edges.Length - 1];
        for (int row = 0; row < durations.Length; row++)
        {
            double duration = durations[row];
            for (int stretch = 0; stretch < endings.Length && (duration > edges[stretch] || duration == 0); stretch++)
            {
                watched[stretch] += Math.Max(0, Math.Min(duration, edges[stretch + 1]) - edges[stretch]);
                endings[stretch] += ended[row] && duration <= edges[stretch + 1] && (duration > edges[stretch] || (duration == 0 && edges[stretch] == 0)) ? 1 : 0;
            }
        }

        var table = ImmutableArray.CreateBuilder<HazardInterval>(endings.Length);
        for (int stretch = 0; stretch < endings.Length; stretch++)
        {
            table.Add(Stretch(edges[stretch], edges[stretch + 1], endings[stretch], watched[stretch]));
        }

        return table.MoveToImmutable();
    }

    private static HazardInterval Stretch(double from, double to, int ended, double watched)
    {
        if (watched == 0)
        {
            return new(from, to, ended, 0, null, null);
        }

        // The ends of a Poisson mean are quantiles of gamma distributions of shape d and d + 1.
        double low = ended == 0 ? 0 : Math.Exp(GammaDistribution.LogUpperQuantile(ended, 1 - Tail));
        double high = Math.Exp(GammaDistribution.LogUpperQuantile(ended + 1, Tail));
        return new(from, to, ended, watched, ended / watched, new(low / watched, high / watched));
    }

    private static void CheckEdges(ReadOnlySpan<double> edges)
    {
        bool rise = edges.Length >= 2 && double.IsFinite(edges[0]) && edges[0] >= 0 && double.IsFinite(edges[^1]);
        for (int edge = 1; edge < edges.Length; edge++)
        {
            rise &= edges[edge] > edges[edge - 1];
        }

        if (!rise)
        {
            throw new ArgumentException("Edges are two or more finite times from 0 on, each above the one before.", nameof(edges));
        }
    }
}
