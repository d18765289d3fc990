namespace Parcours.Cli.Frame;

/// <summary>Finds the valid word that a mistyped one most likely meant.</summary>
internal static class Nearest
{
    /// <summary>The closest of some words, or null when none is close: at most a third of the letters differ, and at least two may.</summary>
    public static string? Of(string typed, IEnumerable<string> words)
    {
        int limit = Math.Max(2, typed.Length / 3);
        return words
            .Select(word => (word, distance: Distance(typed.ToLowerInvariant(), word)))
            .Where(candidate => candidate.distance <= limit)
            .OrderBy(candidate => candidate.distance).ThenBy(candidate => candidate.word, StringComparer.Ordinal)
            .Select(candidate => candidate.word)
            .FirstOrDefault();
    }

    /// <summary>Letters to add, drop, change or swap with their neighbour (Damerau and Levenshtein's restricted distance).</summary>
    internal static int Distance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (int j = 0; j <= right.Length; j++)
        {
            cost[0, j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int change = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
