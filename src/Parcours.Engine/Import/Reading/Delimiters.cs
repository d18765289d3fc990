namespace Parcours.Engine.Import.Reading;

/// <summary>Finds out what separates the fields of a text.</summary>
internal static class Delimiters
{
    private static readonly char[] Candidates = [';', '\t', '|', ','];

    /// <summary>The separator of a table's first lines: the one that cuts them most evenly, quotes respected; a comma when none does.</summary>
    public static char Of(string head)
    {
        string[] lines = [.. Lines(head).Where(line => line.Length > 0).Take(25)];
        if (lines.Length == 0)
        {
            return ',';
        }

        char best = ',';
        double score = 0;
        foreach (char candidate in Candidates)
        {
            int inHeader = Count(lines[0], candidate);
            double even = lines.Count(line => Count(line, candidate) == inHeader) / (double)lines.Length;
            double points = inHeader == 0 ? 0 : even * (1 + Math.Log(inHeader));
            if (points > score)
            {
                score = points;
                best = candidate;
            }
        }

        return best;
    }

    private static int Count(string line, char delimiter)
    {
        int count = 0;
        bool quoted = false;
        foreach (char letter in line)
        {
            quoted ^= letter == '"';
            count += !quoted && letter == delimiter ? 1 : 0;
        }

        return count;
    }

    private static IEnumerable<string> Lines(string head)
    {
        int start = 0;
        bool quoted = false;
        for (int i = 0; i < head.Length; i++)
        {
            quoted ^= head[i] == '"';
            if (!quoted && head[i] is '\n' or '\r')
            {
                yield return head[start..i];
                start = i + 1;
            }
        }

        yield return head[start..];
    }
}
