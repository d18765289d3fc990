using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Segments.Building;

/// <summary>A condition in plain words, for people who will never read the language.</summary>
/// <param name="language">"en" or "fr".</param>
/// <param name="nameOf">The name of a stage, of a lifecycle, of a segment or of a definition of leaving, as shown; null where there is none.</param>
public sealed class ConditionSentence(string language, Func<FieldKind, IReadOnlyDictionary<string, string>, string, string?> nameOf)
{
    private static readonly Dictionary<string, LocalText> _comparisons = new(StringComparer.Ordinal)
    {
        [">="] = new("at least", "au moins"),
        ["<="] = new("at most", "au plus"),
        [">"] = new("more than", "plus de"),
        ["<"] = new("less than", "moins de"),
        ["="] = new("exactly", "exactement"),
        ["!="] = new("other than", "autre que"),
    };

    private static readonly Dictionary<string, (string One, string Many)> _french = new(StringComparer.Ordinal)
    {
        ["second"] = ("seconde", "secondes"),
        ["minute"] = ("minute", "minutes"),
        ["hour"] = ("heure", "heures"),
        ["day"] = ("jour", "jours"),
        ["week"] = ("semaine", "semaines"),
        ["month"] = ("mois", "mois"),
        ["year"] = ("an", "ans"),
    };

    private bool IsFrench => language == "fr";

    /// <summary>The sentence of a tree; empty for an empty one.</summary>
    public string Of(ConditionTree tree) => ConditionGroup.Of(tree) is { } group ? OfGroup(group) : OfLeaf(tree);

    private string OfGroup(ConditionGroup group)
    {
        string[] parts = [.. group.Parts.Select(part => ConditionGroup.Of(part) is { Parts.Length: > 1 } ? $"({Of(part)})" : Of(part)).Where(part => part.Length > 0)];
        if (parts.Length == 0)
        {
            return string.Empty;
        }

        return group.Kind switch
        {
            GroupKind.All => string.Join(IsFrench ? " et " : " and ", parts),
            GroupKind.Any => string.Join(IsFrench ? " ou " : " or ", parts),
            _ => (IsFrench ? "sans : " : "not: ") + string.Join(IsFrench ? " ni " : " nor ", parts),
        };
    }

    private string OfLeaf(ConditionTree leaf)
    {
        (ConditionShape shape, IReadOnlyDictionary<string, string> fields) = ConditionShapes.Of(leaf);
        return Fill(shape.Sentence.In(language), name => fields.TryGetValue(name, out string? value) ? Word(shape.Fields.First(field => field.Name == name).Kind, fields, value) : string.Empty);
    }

    // A part in brackets is left out when a field of it is empty.
    private static string Fill(string template, Func<string, string> value)
    {
        var text = new StringBuilder();
        for (int at = 0; at < template.Length; at++)
        {
            if (template[at] == '[')
            {
                int end = template.IndexOf(']', at);
                string part = template[(at + 1)..end];
                bool isFilled = Regex.Matches(part, @"\{(\w+)\}").All(match => value(match.Groups[1].Value).Length > 0);
                text.Append(isFilled ? Fill(part, value) : string.Empty);
                at = end;
            }
            else if (template[at] == '{')
            {
                int end = template.IndexOf('}', at);
                text.Append(value(template[(at + 1)..end]));
                at = end;
            }
            else
            {
                text.Append(template[at]);
            }
        }

        return text.ToString();
    }

    private string Word(FieldKind kind, IReadOnlyDictionary<string, string> fields, string value) => kind switch
    {
        FieldKind.Comparison => _comparisons.TryGetValue(value, out LocalText word) ? word.In(language) : value,
        FieldKind.Equality => (value, IsFrench) switch { ("=", true) => "est", ("=", false) => "is", (_, true) => "n’est pas", _ => "is not" },
        FieldKind.Period => PeriodOf(value),
        FieldKind.Number => IsFrench ? value.Replace('.', ',') : value,
        FieldKind.Running or FieldKind.Open => StateWords.NameOf(value)?.In(language) ?? value,
        FieldKind.Fact => (IsFrench ? FrenchWords.Of(value) : null) ?? value.Replace('_', ' '),
        FieldKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? Reports.Writing.ReportLanguage.Of(language).Date(date)
            : value,
        _ => nameOf(kind, fields, value) ?? value,
    };

    private string PeriodOf(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && IsFrench && _french.TryGetValue(words[1].TrimEnd('s'), out (string One, string Many) unit)
            ? words[0].Replace('.', ',') + " " + (words[0] == "1" ? unit.One : unit.Many)
            : text;
    }
}
