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
        ConditionTree.State state => state.Word + BracketsOf(state) + TestOf(state.Test, isName: state.Word == "stage"),
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
        bool isId = state.Word is "stage" or "segment" || (state.Word == "score" && state.Groups is null);
        IEnumerable<string> parts = state.Names.Select(name => isId && name.Split('-').All(IsWord) ? name : NameOf(name));
        parts = state.Groups is { } groups ? parts.Append(groups.ToString(CultureInfo.InvariantCulture)) : parts;
        parts = state.At is { } at ? parts.Append("at: " + at) : parts;
        return parts.Any() ? $"({string.Join(", ", parts)})" : string.Empty;
    }

    private static string TestOf(ValueTest? test, bool isName = false)
    {
        if (test is null)
        {
            return string.Empty;
        }

        string values = string.Join(", ", test.Values.Select(value => value is TreeValue.Text text ? isName ? NameOf(text.Value) : Quoted(text.Value) : value.Written));
        return test.Operator == "in" ? $" in ({values})" : $" {test.Operator} {values}";
    }

    private static string NameOf(string name) => IsWord(name) ? name : Quoted(name);

    /// <summary>Whether a name reads as one word, so that it needs no quotes.</summary>
    private static bool IsWord(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !Words.IsReserved(name);

    private static string Quoted(string text) =>
        !text.Contains('\'', StringComparison.Ordinal) ? $"'{text}'"
        : !text.Contains('"', StringComparison.Ordinal) ? $"\"{text}\""
        : throw new FormatException("A text of a condition holds both kinds of quotes: leave one out.");
}
