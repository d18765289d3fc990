using System.Text;
using System.Text.RegularExpressions;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Segments.Building;

/// <summary>
/// A shape of condition that people fill in: its text in the language and its sentence are two templates with the same fields. A part of a template in square
/// brackets is there only when its field is filled.
/// </summary>
public sealed class ConditionShape
{
    private const string PeriodPattern = @"\d+(?:\.\d+)?\s+(?:second|minute|hour|day|week|month|year)s?";
    private const string NamePattern = @"'[^'\r\n]*'|""[^""\r\n]*""|[\w-]+";

    private readonly string _template;
    private readonly Regex _match;

    internal ConditionShape(string key, LocalText name, string template, LocalText sentence, params ConditionField[] fields)
    {
        Key = key;
        Name = name;
        Fields = fields;
        Sentence = sentence;
        _template = template;
        _match = new Regex("^" + Pattern(template) + "$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>What it is known by.</summary>
    public string Key { get; }

    /// <summary>What people choose it by.</summary>
    public LocalText Name { get; }

    /// <summary>Its fields, in the order shown.</summary>
    public IReadOnlyList<ConditionField> Fields { get; }

    /// <summary>The condition as a sentence, its fields in braces.</summary>
    internal LocalText Sentence { get; }

    /// <summary>A condition of this shape with the usual fields.</summary>
    public ConditionTree.Leaf Usual() => new(Key, Fields.Where(field => !field.IsOptional).ToDictionary(field => field.Name, field => field.Usual, StringComparer.Ordinal));

    /// <summary>The text in the language.</summary>
    internal string Write(ConditionTree.Leaf leaf) => Fill(_template, field => Quoted(Fields.First(known => known.Name == field).Kind, leaf.Fields.GetValueOrDefault(field, string.Empty)));

    /// <summary>The condition of a text; null when it has another shape.</summary>
    internal ConditionTree.Leaf? Read(string text)
    {
        Match match = _match.Match(text);
        if (!match.Success)
        {
            return null;
        }

        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (ConditionField field in Fields)
        {
            if (match.Groups[field.Name] is { Success: true, Value: var value })
            {
                fields[field.Name] = field.Kind == FieldKind.Expression ? value : Bare(value);
            }
        }

        return Fields.All(field => field.IsOptional || fields.ContainsKey(field.Name)) ? new ConditionTree.Leaf(Key, fields) : null;
    }

    /// <summary>A template with its fields filled; a part in brackets is left out when a field of it is empty.</summary>
    internal static string Fill(string template, Func<string, string> value)
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

    private static string Bare(string text) => text.Length > 1 && text[0] is '\'' or '"' ? text[1..^1] : text;

    private static string Quoted(FieldKind kind, string value) => kind switch
    {
        FieldKind.Text when value.Length > 0 => Quote(value),
        FieldKind.Stage or FieldKind.Attribute or FieldKind.Purpose or FieldKind.Channel when value.Length > 0 && !value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') => Quote(value),
        _ => value,
    };

    // The language knows both marks and no escape: a text with both loses the double ones.
    private static string Quote(string value) => value.Contains('\'', StringComparison.Ordinal) ? $"\"{value.Replace("\"", string.Empty, StringComparison.Ordinal)}\"" : $"'{value}'";

    private string Pattern(string template)
    {
        var pattern = new StringBuilder();
        for (int at = 0; at < template.Length; at++)
        {
            switch (template[at])
            {
                case '[':
                    int close = template.IndexOf(']', at);
                    pattern.Append("(?:").Append(Pattern(template[(at + 1)..close])).Append(")?");
                    at = close;
                    break;
                case '{':
                    int end = template.IndexOf('}', at);
                    string name = template[(at + 1)..end];
                    pattern.Append("(?<").Append(name).Append('>').Append(Of(Fields.First(field => field.Name == name).Kind)).Append(')');
                    at = end;
                    break;
                case ' ':
                    pattern.Append(at > 0 && at + 1 < template.Length && char.IsLetterOrDigit(template[at - 1]) && char.IsLetterOrDigit(template[at + 1]) ? @"\s+" : @"\s*");
                    break;
                case '(' or ',' or ')':
                    pattern.Append(@"\s*").Append(Regex.Escape(template[at].ToString())).Append(@"\s*");
                    break;
                default:
                    pattern.Append(Regex.Escape(template[at].ToString()));
                    break;
            }
        }

        return pattern.ToString();
    }

    private static string Of(FieldKind kind) => kind switch
    {
        FieldKind.Comparison => ">=|<=|!=|=|<|>",
        FieldKind.Equality => "=|!=",
        FieldKind.Number => @"-?\d+(?:\.\d+)?",
        FieldKind.Period => PeriodPattern,
        FieldKind.Date => @"\d{4}-\d{2}-\d{2}",
        FieldKind.Fact => @"[a-z_]+",
        FieldKind.Text => @"'[^'\r\n]*'|""[^""\r\n]*""",
        FieldKind.Expression => @"[\s\S]+",
        _ => NamePattern,
    };
}
