namespace Parcours.Engine.Segments.Building;

/// <summary>Cuts a condition at its own connecting words: those within brackets or quotes are not its own.</summary>
internal static class ConditionSplitter
{
    /// <summary>The parts between a word, trimmed; the whole as one part when the word is not there, or a side of it is empty.</summary>
    public static IReadOnlyList<string> Split(string text, string word)
    {
        List<string> parts = [];
        int start = 0;
        foreach (int at in Places(text, word))
        {
            parts.Add(text[start..at].Trim());
            start = at + word.Length;
        }

        parts.Add(text[start..].Trim());
        return parts.Contains(string.Empty) ? [text.Trim()] : parts;
    }

    /// <summary>What a leading <c>not</c> denies; null without one.</summary>
    public static string? AfterNot(string text) =>
        text.StartsWith("not", StringComparison.Ordinal) && text.Length > 3 && !IsWord(text[3]) && text[3..].Trim() is { Length: > 0 } denied ? denied : null;

    /// <summary>What stands within brackets that hold the whole text; null when they do not.</summary>
    public static string? Inside(string text)
    {
        if (text.Length < 3 || text[0] != '(' || text[^1] != ')')
        {
            return null;
        }

        int depth = 0;
        for (int at = 0; at < text.Length; at = Next(text, at))
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth == 0 && at < text.Length - 1)
            {
                return null;
            }
        }

        return depth == 0 && text[1..^1].Trim() is { Length: > 0 } inside ? inside : null;
    }

    private static List<int> Places(string text, string word)
    {
        List<int> places = [];
        int depth = 0;
        for (int at = 0; at < text.Length; at = Next(text, at))
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth == 0 && string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && (at == 0 || !IsWord(text[at - 1])) && (at + word.Length >= text.Length || !IsWord(text[at + word.Length])))
            {
                places.Add(at);
            }
        }

        return places;
    }

    // The next place that is in no quotes.
    private static int Next(string text, int at)
    {
        if (text[at] is not ('\'' or '"'))
        {
            return at + 1;
        }

        int end = text.IndexOf(text[at], at + 1);
        return end < 0 ? text.Length : end + 1;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
