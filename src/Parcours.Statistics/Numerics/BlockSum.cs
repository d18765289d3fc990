namespace Parcours.Statistics.Numerics;

/// <summary>Sums over many items on every core, the same to the last bit however many cores there are: fixed blocks, added in order.</summary>
internal static class BlockSum
{
    private const int BlockLength = 2048;

    /// <summary>The <paramref name="width"/> sums over <paramref name="count"/> items.</summary>
    public static double[] Of(int count, int width, BlockAddition add)
    {
        int blocks = (count + BlockLength - 1) / BlockLength;
        var parts = new double[blocks * width];
        ForBlocks(count, (block, from, to) => add(from, to, parts.AsSpan(block * width, width)));
        var sums = new double[width];
        for (int i = 0; i < parts.Length; i++)
        {
            sums[i % width] += parts[i];
        }

        return sums;
    }

    /// <summary>Runs <paramref name="body"/> (block, from, to) over fixed blocks of <paramref name="count"/> items.</summary>
    public static void ForBlocks(int count, Action<int, int, int> body)
    {
        int blocks = (count + BlockLength - 1) / BlockLength;
        if (blocks <= 1)
        {
            body(0, 0, count);
            return;
        }

        Parallel.For(0, blocks, block => body(block, block * BlockLength, Math.Min(count, (block + 1) * BlockLength)));
    }
}

/// <summary>Adds to <paramref name="sums"/> what the items from <paramref name="from"/> up to but without <paramref name="to"/> bring.</summary>
internal delegate void BlockAddition(int from, int to, Span<double> sums);
