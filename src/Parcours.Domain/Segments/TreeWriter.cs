using System.Globalization;
using Parcours.Domain.Expressions;

namespace Parcours.Domain.Segments;

/// <summary>Writes the text of a condition from its tree. What a tree says wrongly is written as it stands, for the check of the text to point at.</summary>
public static class TreeWriter
{
    /// <summary>The text: read again, it gives the same tree.</summary>
    /// <exception cref="FormatException">A text holds both kinds of quotes, which the language cannot write.</exception>
    public static string Write(ConditionTree tree) => tree switch
    {
        ConditionTree.Group { Items: [] } group => group.IsAny ? "false" : "always",
        ConditionTree.Group { Items: [var only] } => Write(only),
        ConditionTree.Group group => string.Join(group.IsAny ? " or " : " and ", group.Items.Select(Inside)),
        ConditionTree.Not not => "not " + Inside(not.Item),
        ConditionTree.Facts facts => facts.Measure + BracketsOf(facts) + TestOf(facts.Test),
        ConditionTree.State state => state.Word + BracketsOf(state) + TestOf(state.Test),
        ConditionTree.Text text => text.Written.Trim(),
        _ => throw new ArgumentOutOfRangeException(nameof(tree), tree, "an unknown tree"),
    };

    /// <summary>A condition within another: a group in brackets, so that it stays one.</summary>
    private static string Inside(ConditionTree tree) => tree switch
    {
        ConditionTree.Group { Items: [var only] } => Inside(only),
        ConditionTree.Group { Items.Length: > 1 } => $"({Write(tree)})",
        ConditionTree.Text text when Joins(text.Written) => $"({text.Written.Trim()})",
        _ => Write(tree),
    };

    /// <summary>Whether a text joins conditions itself, or is none.</summary>
    private static bool Joins(string text)
    {
        try
        {
            return Parser.Parse(new SourceText(text)) is BinaryNode { Operator: "and" or "or" } pair && pair.Start == pair.Left.Start;
        }
        catch (ExpressionException)
        {
            return true;
        }
    }

    private static string BracketsOf(ConditionTree.Facts facts)
    {
        List<string> parts = [];
        if (facts.Kinds.Length > 0)
        {
            parts.Add(string.Join(", ", facts.Kinds));
        }

        if (facts.Where.Length > 0)
        {
            parts.Add("where " + string.Join(" and ", facts.Where.Select(field => field.Field + TestOf(field.Test))));
        }

        if (facts.Window is { } window)
        {
            parts.Add(window switch
            {
                FactWindow.Last last => (last.IsBefore ? "before " : "within ") + last.Length,
                FactWindow.Since since => "since " + string.Join(", ", since.Kinds),
                FactWindow.Period { Back: 0 } period => $"in period({period.Unit.ToString().ToLowerInvariant()})",
                FactWindow.Period period => string.Create(CultureInfo.InvariantCulture, $"in period({period.Unit.ToString().ToLowerInvariant()}, -{period.Back})"),
                _ => throw new ArgumentOutOfRangeException(nameof(facts), window, "an unknown window"),
            });
        }

        return parts.Count == 0 ? string.Empty : $"({string.Join(' ', parts)})";
    }

    private static string BracketsOf(ConditionTree.State state)
    {
        IEnumerable<string> parts = state.Names.Select(NameOf);
        parts = state.Groups is { } groups ? parts.Append(groups.ToString(CultureInfo.InvariantCulture)) : parts;
        parts = state.At is { } at ? parts.Append("at: " + at) : parts;
        return parts.Any() ? $"({string.Join(", ", parts)})" : string.Empty;
    }

    private static string TestOf(ValueTest? test) =>
        test is null ? string.Empty
        : test.Operator == "in" ? $" in ({string.Join(", ", test.Values.Select(ValueOf))})"
        : $" {test.Operator} {string.Join(", ", test.Values.Select(ValueOf))}";

    private static string ValueOf(TreeValue value) => value switch
    {
        TreeValue.Number number => ((decimal)number.Value).ToString(CultureInfo.InvariantCulture),
        TreeValue.Text text => Quoted(text.Value),
        TreeValue.Length length => length.Value,
        TreeValue.Date date => date.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "an unknown value"),
    };

    /// <summary>A name bare where it reads as one word, or as words with hyphens; else in quotes.</summary>
    private static string NameOf(string name)
    {
        bool isWord = name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !Words.IsReserved(name);
        return isWord ? name : Quoted(name);
    }

    private static string Quoted(string text) =>
        !text.Contains('\'', StringComparison.Ordinal) ? $"'{text}'"
        : !text.Contains('"', StringComparison.Ordinal) ? $"\"{text}\""
        : throw new FormatException("A text of a condition holds both kinds of quotes: leave one out.");
}
