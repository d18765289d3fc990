using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Clusters;

/// <summary>Points whose groups are known, because we chose them.</summary>
internal static class Planted
{
    /// <summary>Round groups of spread 1 about centres on the axes, so far apart that none overlap much.</summary>
    public static double[][] Groups(int groups, int each, double apart, ulong seed, int dimensions = 4)
    {
        var random = new SeededRandom(seed);
        return
        [
            .. from place in Enumerable.Range(0, groups * each) let @group = place % groups
               select Enumerable.Range(0, dimensions).Select(i => random.NextNormal() + (i == @group ? apart : 0)).ToArray()
        ];
    }

    /// <summary>One cloud, without groups; the first dimension may be longer than the others.</summary>
    public static double[][] Cloud(int count, ulong seed, double length = 1, int dimensions = 4)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimensions).Select(i => random.NextNormal() * (i == 0 ? length : 1)).ToArray())];
    }
}
