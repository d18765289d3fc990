using System.Globalization;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Segments.Building;

/// <summary>
/// A shape of condition that people fill in: a leaf of a tree in which the names of fields, in braces, stand where their values go. What holds an optional field is
/// there only when the field is filled.
/// </summary>
public sealed class ConditionShape
{
    private const double LargestNumber = 1e15; // of the language

    private readonly ConditionTree _pattern;

    internal ConditionShape(string key, LocalText name, ConditionTree pattern, LocalText sentence, params ConditionField[] fields)
    {
        Key = key;
        Name = name;
        Fields = fields;
        Sentence = sentence;
        _pattern = pattern;
    }

    /// <summary>What it is known by.</summary>
    public string Key { get; }

    /// <summary>What people choose it by.</summary>
    public LocalText Name { get; }

    /// <summary>Its fields, in the order shown.</summary>
    public IReadOnlyList<ConditionField> Fields { get; }

    /// <summary>The condition as a sentence, its fields in braces; a part in square brackets is there only when its field is filled.</summary>
    internal LocalText Sentence { get; }

    /// <summary>A condition of this shape with the usual fields.</summary>
    public ConditionTree Usual() => Fill(Fields.Where(field => !field.IsOptional).ToDictionary(field => field.Name, field => field.Usual, StringComparer.Ordinal));

    /// <summary>A condition of this shape. What cannot stand in a field is kept as it was typed, for the check of the text to point at.</summary>
    /// <param name="fields">What stands in the fields, by name; those left empty are not there.</param>
    public ConditionTree Fill(IReadOnlyDictionary<string, string> fields) => _pattern switch
    {
        ConditionTree.Facts facts => facts with
        {
            Kinds = [.. facts.Kinds.Select(kind => Filled(kind, fields)).OfType<string>()],
            Where = [.. facts.Where.Select(where => Filled(where.Test, fields) is { } test ? where with { Test = test } : null).OfType<FieldTest>()],
            Window = facts.Window is FactWindow.Last last && Filled(last.Length, fields) is { } length ? last with { Length = length } : null,
            Test = Filled(facts.Test, fields),
        },
        ConditionTree.State state => state with
        {
            Names = [.. state.Names.Select(name => Filled(name, fields)).OfType<string>()],
            At = state.At is { } at ? Filled(at, fields) : null,
            Test = Filled(state.Test, fields),
        },
        _ => new ConditionTree.Text(fields.Values.FirstOrDefault(string.Empty)),
    };

    /// <summary>What stands in the fields of a condition; null when it has another shape.</summary>
    internal Dictionary<string, string>? Read(ConditionTree tree)
    {
        var found = Places(tree).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach ((string place, string written) in Places(_pattern))
        {
            if (FieldOf(written) is { } field && found.TryGetValue(place, out string? value))
            {
                fields[field] = value;
            }
        }

        bool fits = Fields.All(field => fields.TryGetValue(field.Name, out string? value) ? Takes(field.Kind, value) : field.IsOptional);
        return fits && Fill(fields) == tree ? fields : null;
    }

    private static bool Takes(FieldKind kind, string value) => kind switch
    {
        FieldKind.Comparison => value is ">=" or "<=" or "!=" or "=" or "<" or ">",
        FieldKind.Equality => value is "=" or "!=",
        _ => true,
    };

    private static string? FieldOf(string written) => written is ['{', .. var field, '}'] ? field : null;

    // The language knows both marks of quotes and no escape: a text with both loses the double ones.
    private static string? Filled(string written, IReadOnlyDictionary<string, string> fields) =>
        FieldOf(written) is not { } field ? written
        : fields.GetValueOrDefault(field) is { } value && value.Contains('\'', StringComparison.Ordinal) ? value.Replace("\"", string.Empty, StringComparison.Ordinal)
        : fields.GetValueOrDefault(field);

    private static ValueTest? Filled(ValueTest? test, IReadOnlyDictionary<string, string> fields) =>
        test is { Values: [var pattern] } && Filled(test.Operator, fields) is { } op && Filled(pattern.Written, fields) is { } value
            ? new ValueTest(op, [pattern is TreeValue.Text ? new TreeValue.Text(value) : Measure(value)])
            : null;

    /// <summary>A number, or else a length of time or whatever was typed.</summary>
    private static TreeValue Measure(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) <= LargestNumber && new TreeValue.Number(number) is var read && read.Written == value
            ? read
            : new TreeValue.Length(value);

    /// <summary>What is written in a condition, by the place where it stands.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Places(ConditionTree tree) => tree switch
    {
        ConditionTree.Facts facts =>
        [
            .. facts.Kinds.Select((kind, at) => KeyValuePair.Create($"kind {at}", kind)),
            .. facts.Where.SelectMany((where, at) => Places($"{where.Field} {at} ", where.Test)),
            .. facts.Window is FactWindow.Last last ? [KeyValuePair.Create("window", last.Length)] : Array.Empty<KeyValuePair<string, string>>(),
            .. Places(string.Empty, facts.Test),
        ],
        ConditionTree.State state =>
        [
            .. state.Names.Select((name, at) => KeyValuePair.Create($"name {at}", name)),
            .. state.At is { } at ? [KeyValuePair.Create("at", at)] : Array.Empty<KeyValuePair<string, string>>(),
            .. Places(string.Empty, state.Test),
        ],
        ConditionTree.Text text => [KeyValuePair.Create("text", text.Written)],
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, string>> Places(string before, ValueTest? test) =>
        test is { Values: [var value] } ? [KeyValuePair.Create(before + "op", test.Operator), KeyValuePair.Create(before + "value", value.Written)] : [];
}
