namespace Parcours.Domain.Expressions;

/// <summary>Finds the valid word that a mistyped one most likely meant.</summary>
public static class Spelling
{
    /// <summary>The nearest of some words, by edits of letters (a swap of neighbours counts one); null when none is within a third of the word's length (at least 2, at most 3).</summary>
    public static string? Nearest(string word, IEnumerable<string> words)
    {
        int best = Math.Clamp(word.Length / 3, 2, 3) + 1;
        string? nearest = null;
        foreach (string candidate in words.OrderBy(other => Math.Abs(other.Length - word.Length)).ThenBy(other => other, StringComparer.Ordinal))
        {
            int distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
