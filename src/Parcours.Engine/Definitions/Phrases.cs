namespace Parcours.Engine.Definitions;

/// <summary>English sentences with blanks and their French ones; what stands in the place of <c>{}</c> goes over.</summary>
/// <param name="sentences">Each sentence in both languages, with the same blanks in the same order.</param>
internal sealed class Phrases(IEnumerable<(string English, string French)> sentences)
{
    // The longest first: the general ones ("{} cannot be used: {}") take what no other does.
    private readonly (string[] English, string[] French)[] _patterns =
        [.. sentences.OrderByDescending(pair => pair.English.Length).Select(pair => (pair.English.Split("{}"), pair.French.Split("{}")))];

    /// <summary>A text in French; as it is where no sentence is its own.</summary>
    /// <param name="text">In English.</param>
    /// <param name="blank">What becomes of what stands in a blank.</param>
    public string French(string text, Func<string, string>? blank = null)
    {
        foreach ((string[] english, string[] french) in _patterns)
        {
            if (Blanks(text, english) is { } blanks)
            {
                return string.Concat(french.SelectMany((part, i) => i == 0 ? [part] : new[] { blank?.Invoke(blanks[i - 1]) ?? blanks[i - 1], part }));
            }
        }

        return text;
    }

    // What stands between the parts of a sentence; null when it is another sentence.
    private static List<string>? Blanks(string detail, string[] parts)
    {
        if (!detail.StartsWith(parts[0], StringComparison.Ordinal) || (parts.Length == 1 && detail.Length > parts[0].Length))
        {
            return null;
        }

        List<string> blanks = [];
        int at = parts[0].Length;
        for (int part = 1; part < parts.Length; part++)
        {
            int next = part < parts.Length - 1 ? detail.IndexOf(parts[part], at, StringComparison.Ordinal)
                : detail.EndsWith(parts[part], StringComparison.Ordinal) ? detail.Length - parts[part].Length : -1;
            if (next < at)
            {
                return null;
            }

            blanks.Add(detail[at..next]);
            at = next + parts[part].Length;
        }

        return blanks;
    }
}
