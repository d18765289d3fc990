namespace Parcours.Engine.Import.Values;

/// <summary>Month and day names of English and French, whole or cut, with or without accents and a point.</summary>
internal static class Months
{
    private static readonly string[][] Names =
    [
        ["jan", "january", "janvier", "janv"],
        ["feb", "february", "fevrier", "fev", "fevr"],
        ["mar", "march", "mars"],
        ["apr", "april", "avril", "avr"],
        ["may", "mai"],
        ["jun", "june", "juin"],
        ["jul", "july", "juillet", "juil"],
        ["aug", "august", "aout"],
        ["sep", "sept", "september", "septembre"],
        ["oct", "october", "octobre"],
        ["nov", "november", "novembre"],
        ["dec", "december", "decembre"],
    ];

    private static readonly HashSet<string> Days = new(StringComparer.Ordinal)
    {
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "lun", "mer", "jeu", "ven", "sam", "dim", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    };

    private static readonly Dictionary<string, int> Numbers =
        Names.SelectMany((names, i) => names.Select(name => (name, i))).ToDictionary(pair => pair.name, pair => pair.i + 1, StringComparer.Ordinal);

    /// <summary>The number of a month, 1 to 12; 0 when the word names none.</summary>
    public static int NumberOf(ReadOnlySpan<char> word) => Numbers.GetValueOrDefault(Columns.HeaderText.Plain(word));

    /// <summary>Whether a word names a day of the week.</summary>
    public static bool IsDay(ReadOnlySpan<char> word) => Days.Contains(Columns.HeaderText.Plain(word));
}
