namespace Parcours.Engine.Import.Columns;

/// <summary>Recognises the columns of a file: what the operator said first, then exact headers, then likeness.</summary>
internal static class ColumnMapper
{
    /// <summary>Maps headers to columns.</summary>
    /// <param name="aliases">The columns this kind of file may have, the most telling first.</param>
    /// <param name="hints">Words that a header of a column contains, for those worth guessing.</param>
    /// <param name="said">What the operator said: a column and the field it is.</param>
    /// <param name="doubts">Columns that several headers claim, with those headers.</param>
    public static ColumnMap Map(
        IReadOnlyList<string> headers,
        IReadOnlyList<Alias> aliases,
        IReadOnlyDictionary<Column, string> hints,
        IReadOnlyDictionary<Column, int> said,
        out IReadOnlyDictionary<Column, string[]> doubts)
    {
        string[] plain = [.. headers.Select(header => HeaderText.Plain(header))];
        var fields = new Dictionary<Column, int>(said);
        var taken = new HashSet<int>(said.Values);
        var doubtful = new Dictionary<Column, string[]>();
        foreach (Alias alias in aliases.Where(alias => !fields.ContainsKey(alias.Column)))
        {
            int[] matches = Best(alias, plain, taken);
            if (matches.Length > 1)
            {
                doubtful[alias.Column] = [.. matches.Select(field => headers[field])];
            }
            else if (matches.Length == 1)
            {
                fields[alias.Column] = matches[0];
                taken.Add(matches[0]);
            }
        }

        var guessed = new HashSet<Column>();
        foreach (Alias alias in aliases.Where(alias => !fields.ContainsKey(alias.Column) && !doubtful.ContainsKey(alias.Column)))
        {
            int[] matches = [.. Enumerable.Range(0, plain.Length).Where(field => !taken.Contains(field) && IsLike(plain[field], alias, hints.GetValueOrDefault(alias.Column)))];
            if (matches.Length > 1)
            {
                doubtful[alias.Column] = [.. matches.Select(field => headers[field])];
            }
            else if (matches.Length == 1)
            {
                fields[alias.Column] = matches[0];
                taken.Add(matches[0]);
                guessed.Add(alias.Column);
            }
        }

        doubts = doubtful;
        return new ColumnMap(headers, fields, guessed);
    }

    private static int[] Best(Alias alias, string[] plain, HashSet<int> taken)
    {
        foreach (string[] rank in alias.Words)
        {
            int[] matches = [.. Enumerable.Range(0, plain.Length).Where(field => !taken.Contains(field) && rank.Contains(plain[field]))];
            if (matches.Length > 0)
            {
                return matches;
            }
        }

        return [];
    }

    private static bool IsLike(string plain, Alias alias, string? hint) =>
        plain.Length >= 4 && (
            hint?.Split(' ').Any(word => word[0] != '!' && plain.Contains(word, StringComparison.Ordinal)) == true
                && !hint.Split(' ').Any(word => word[0] == '!' && plain.Contains(word[1..], StringComparison.Ordinal))
            || (plain.Length >= 5 && alias.Words.SelectMany(rank => rank).Any(word => word.Length >= 5 && HeaderText.Distance(plain, word) == 1)));
}
