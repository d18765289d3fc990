namespace Parcours.Engine.Answers;

/// <summary>Texts as cells of a CSV file that a spreadsheet may open.</summary>
public static class CsvText
{
    /// <summary>A text as a field: quoted where needed; one that a spreadsheet would take for a formula is made harmless by an apostrophe before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between fields.</param>
    public static string Field(string text, char separator = ',')
    {
        string safe = Harmless(text);
        return safe.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A text before which an apostrophe stands when a spreadsheet would take it for a formula; those of East Asia take full-width signs too.</summary>
    /// <param name="text">The text.</param>
    public static string Harmless(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20' ? "'" + text : text;
}
