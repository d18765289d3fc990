namespace Parcours.Engine.Definitions;

/// <summary>What is different between two texts, line by line: the longest common run of lines stays, the rest was removed or added.</summary>
public static class LineDiff
{
    // Beyond so many pairs of lines nobody reads the difference line by line; the whole middle is then shown as replaced.
    private const int MostPairs = 4_000_000;

    /// <summary>The lines of both texts in one order.</summary>
    public static IReadOnlyList<DiffLine> Between(string before, string after)
    {
        string[] old = Lines(before);
        string[] now = Lines(after);
        int head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        var lines = new List<DiffLine>();
        for (int i = 0; i < head; i++)
        {
            lines.Add(new DiffLine(DiffSign.Same, i + 1, i + 1, old[i]));
        }

        Middle(old, now, head, old.Length - tail, now.Length - tail, lines);
        for (int i = 0; i < tail; i++)
        {
            (int a, int b) = (old.Length - tail + i, now.Length - tail + i);
            lines.Add(new DiffLine(DiffSign.Same, a + 1, b + 1, old[a]));
        }

        return lines;
    }

    private static void Middle(string[] old, string[] now, int from, int oldEnd, int nowEnd, List<DiffLine> lines)
    {
        int[,]? common = (long)(oldEnd - from) * (nowEnd - from) > MostPairs ? null : Common(old, now, from, oldEnd, nowEnd);
        (int a, int b) = (from, from);
        while (a < oldEnd || b < nowEnd)
        {
            if (common is not null && a < oldEnd && b < nowEnd && old[a] == now[b])
            {
                lines.Add(new DiffLine(DiffSign.Same, a + 1, b + 1, old[a]));
                a++;
                b++;
            }
            else if (a < oldEnd && (b >= nowEnd || common is null || common[a - from + 1, b - from] >= common[a - from, b - from + 1]))
            {
                lines.Add(new DiffLine(DiffSign.Removed, a + 1, null, old[a]));
                a++;
            }
            else
            {
                lines.Add(new DiffLine(DiffSign.Added, null, b + 1, now[b]));
                b++;
            }
        }
    }

    // The length of the longest common run of the lines from each pair on.
    private static int[,] Common(string[] old, string[] now, int from, int oldEnd, int nowEnd)
    {
        int[,] length = new int[oldEnd - from + 1, nowEnd - from + 1];
        for (int a = oldEnd - from - 1; a >= 0; a--)
        {
            for (int b = nowEnd - from - 1; b >= 0; b--)
            {
                length[a, b] = old[from + a] == now[from + b] ? length[a + 1, b + 1] + 1 : Math.Max(length[a + 1, b], length[a, b + 1]);
            }
        }

        return length;
    }

    private static string[] Lines(string text)
    {
        string whole = text.ReplaceLineEndings("\n").TrimEnd('\n');
        return whole.Length == 0 ? [] : whole.Split('\n');
    }
}
