using System.Globalization;
using System.Text;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Segments;

/// <summary>A segment as somebody fills it in on a form, and the text of its file.</summary>
/// <param name="Id">Its name in addresses and expressions.</param>
/// <param name="Name">Its title.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Strategy">The strategy it belongs to.</param>
/// <param name="Subject">Whom it is made of.</param>
/// <param name="Where">Its condition; null for a list.</param>
public sealed record SegmentDraft(string Id, LocalText Name, LocalText Description, string Owner, string Strategy, SubjectType Subject, string? Where)
{
    /// <summary>A draft of a segment there is.</summary>
    public static SegmentDraft Of(SegmentDefinition definition) =>
        new(definition.Id, definition.Name, definition.Description, definition.Owner, definition.Strategy, definition.Subject, definition.Where?.Text.Trim());

    /// <summary>The text of its file.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"segment: {Quoted(Id)}\n");
        Line(text, "name", Name);
        Line(text, "description", Description);
        Line(text, "owner", Owner);
        Line(text, "strategy", Strategy);
        text.Append(Subject == SubjectType.Account ? "subject: account\n" : string.Empty);
        if (Where is null)
        {
            return text.Append("list: true\n").ToString();
        }

        text.Append("where: |\n");
        foreach (string line in Where.ReplaceLineEndings("\n").Split('\n'))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {line.TrimEnd()}\n");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string key, LocalText value)
    {
        if (value.En == value.Fr)
        {
            Line(text, key, value.En);
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{key}: {{ en: {Quoted(value.En)}, fr: {Quoted(value.Fr)} }}\n");
        }
    }

    private static void Line(StringBuilder text, string key, string value)
    {
        if (value.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{key}: {Quoted(value)}\n");
        }
    }

    // Single quotes know no escape but their own doubling; a control character has no place in a name.
    private static string Quoted(string value) =>
        "'" + new string([.. value.ReplaceLineEndings(" ").Where(c => !char.IsControl(c))]).Replace("'", "''", StringComparison.Ordinal) + "'";
}
