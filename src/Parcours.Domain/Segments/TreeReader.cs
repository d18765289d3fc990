using System.Collections.Immutable;
using System.Globalization;
using Parcours.Domain.Expressions;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Domain.Segments;

/// <summary>Reads a condition into its tree.</summary>
public sealed class TreeReader
{
    /// <summary>Words of one state that are compared with a value, and how many names stand in their brackets.</summary>
    private static readonly Dictionary<string, int> Compared = new(StringComparer.Ordinal)
    {
        ["attribute"] = 1,
        ["stage"] = 1,
        ["open"] = 1,
        ["score"] = 1,
        ["quantile"] = 1,
        ["recency"] = 0,
        ["basket_trend"] = 0,
    };

    /// <summary>Words of one state that are conditions by themselves, and the least and most names in their brackets.</summary>
    private static readonly Dictionary<string, (int Least, int Most)> Plain = new(StringComparer.Ordinal)
    {
        ["segment"] = (1, 1),
        ["consent"] = (1, 2),
        ["reachable"] = (1, 1),
        ["running"] = (1, 1),
        ["target"] = (0, 0),
    };

    private readonly SourceText _source;

    private TreeReader(SourceText source) => _source = source;

    /// <summary>The tree of a condition.</summary>
    /// <param name="source">The condition.</param>
    /// <param name="error">What is wrong; null when nothing is. Only what the parser finds: whether words and names fit is checked elsewhere.</param>
    /// <returns>The tree; null with an error.</returns>
    public static ConditionTree? Read(SourceText source, out ExpressionError? error)
    {
        try
        {
            error = null;
            return new TreeReader(source).Tree(Parser.Parse(source));
        }
        catch (ExpressionException fault)
        {
            error = fault.Error;
            return null;
        }
    }

    private ConditionTree Tree(Node node) => node switch
    {
        BinaryNode { Operator: "and" or "or" } pair => new ConditionTree.Group(pair.Operator == "or", [.. Chain(pair, pair.Operator).Select(Tree)]),
        UnaryNode { Operator: "not" } not => new ConditionTree.Not(Tree(not.Operand)),
        NameNode { Name: "always" or "true" } => new ConditionTree.Group(false, []),
        NameNode { Name: "false" } => new ConditionTree.Group(true, []),
        _ => Leaf(node) ?? new ConditionTree.Text(TextOf(node)),
    };

    /// <summary>The conditions that one operator joins; a bracket keeps its own group.</summary>
    private static IEnumerable<Node> Chain(BinaryNode pair, string op) =>
        pair.Left is BinaryNode left && left.Operator == op && left.Start == left.Left.Start ? Chain(left, op).Append(pair.Right) : [pair.Left, pair.Right];

    private ConditionTree? Leaf(Node node) => node switch
    {
        BinaryNode { Operator: "=" or "!=" or "<" or "<=" or ">" or ">=" or "contains" } comparison =>
            ValueOf(comparison.Right, IsText(comparison.Left)) is { } value ? Compare(comparison.Left, new ValueTest(comparison.Operator, [value])) : null,
        InNode list => ValuesOf(list.List, IsText(list.Item)) is { } values ? Compare(list.Item, new ValueTest("in", values)) : null,
        CallNode { Name: "ever" or "never" } call => FactsOf(call, null),
        CallNode call when Plain.TryGetValue(call.Name, out (int Least, int Most) names) => StateOf(call, names.Least, names.Most, null),
        NameNode name when Plain.TryGetValue(name.Name, out (int Least, int Most) names) && names.Least == 0 => new ConditionTree.State(name.Name, [], null, null, null),
        _ => null,
    };

    /// <summary>Whether it is a text, beside which a bare word is one too.</summary>
    private static bool IsText(Node node) => node is CallNode { Name: "attribute" or "stage" or "last_item" };

    private ConditionTree? Compare(Node subject, ValueTest test) => subject switch
    {
        CallNode { Name: not ("ever" or "never") } call when Words.TakesFacts(call.Name) => FactsOf(call, test),
        CallNode call when Compared.TryGetValue(call.Name, out int names) && names > 0 => StateOf(call, names, names, test),
        NameNode name when Compared.TryGetValue(name.Name, out int names) && names == 0 => new ConditionTree.State(name.Name, [], null, null, test),
        NameNode name when Words.TakesFacts(name.Name) => new ConditionTree.Facts(name.Name, [], [], null, test),
        _ => null,
    };

    private ConditionTree.Facts? FactsOf(CallNode call, ValueTest? test)
    {
        if (call.Arguments is not [QueryNode query])
        {
            return null;
        }

        ImmutableArray<FieldTest>? where = query.Where is null ? [] : Fields(query.Where);
        FactWindow? window = query.Window is null ? null : WindowOf(query.Window);
        bool isDrawn = where is not null && (query.Window is null || window is not null);
        bool isWord = query.Kinds.Count == 0 && query.Where is null && query.Window is null;
        return isDrawn && !isWord ? new ConditionTree.Facts(call.Name, [.. query.Kinds.Select(kind => kind.Name)], where!.Value, window, test) : null;
    }

    private ImmutableArray<FieldTest>? Fields(Node where)
    {
        IEnumerable<Node> parts = where is BinaryNode { Operator: "and" } pair ? Chain(pair, "and") : [where];
        FieldTest?[] tests = [.. parts.Select(part => part switch
        {
            BinaryNode { Left: NameNode field, Operator: "=" or "!=" or "<" or "<=" or ">" or ">=" or "contains" } comparison when ValueOf(comparison.Right, true) is { } value =>
                new FieldTest(field.Name, new ValueTest(comparison.Operator, [value])),
            InNode { Item: NameNode field } list when ValuesOf(list.List, true) is { } values => new FieldTest(field.Name, new ValueTest("in", values)),
            _ => null,
        })];
        return tests.Contains(null) ? null : [.. tests.OfType<FieldTest>()];
    }

    private FactWindow? WindowOf(WindowNode window) => window.Form switch
    {
        WindowForm.Within or WindowForm.Before => window.Length is PeriodNode length ? new FactWindow.Last(window.Form == WindowForm.Before, LengthOf(length)) : null,
        WindowForm.Since => new FactWindow.Since([.. window.Since.Select(kind => kind.Name)]),
        _ => new FactWindow.Period(window.Unit, Math.Abs(window.Shift)),
    };

    private ConditionTree.State? StateOf(CallNode call, int least, int most, ValueTest? test)
    {
        var arguments = call.Arguments.ToList();
        string? at = null;
        if (arguments is [_, NamedNode { Value: DateNode date }] && call.Name is "stage" or "segment")
        {
            at = DateText(date);
            arguments.RemoveAt(1);
        }

        int? groups = null;
        if (call.Name == "score" && arguments is [_, NumberNode number] && number.Value is >= 2 and <= 100 && number.Value == Math.Floor(number.Value))
        {
            groups = (int)number.Value;
            arguments.RemoveAt(1);
        }

        string?[] names = [.. arguments.Select(argument => NameOf(argument, isId: call.Name is "stage" or "segment" || (call.Name == "score" && groups is null)))];
        return names.Length >= least && names.Length <= most && !names.Contains(null)
            ? new ConditionTree.State(call.Name, [.. names.OfType<string>()], groups, at, test)
            : null;
    }

    /// <summary>A name in brackets; of ids, also one with hyphens and without quotes.</summary>
    private string? NameOf(Node node, bool isId) => node switch
    {
        TextNode text => text.Value,
        NameNode name => name.Name,
        BinaryNode when isId && TextOf(node) is var id && SegmentDefinition.IsId(id) => id,
        _ => null,
    };

    private ImmutableArray<TreeValue>? ValuesOf(IReadOnlyList<Node> nodes, bool isText)
    {
        TreeValue?[] values = [.. nodes.Select(node => ValueOf(node, isText))];
        return values.Contains(null) ? null : [.. values.OfType<TreeValue>()];
    }

    private TreeValue? ValueOf(Node node, bool isText) => node switch
    {
        _ when _source.Text[node.Start] == '(' => null,
        NumberNode number => new TreeValue.Number(number.Value),
        UnaryNode { Operator: "-", Operand: NumberNode number } => new TreeValue.Number(-number.Value),
        TextNode text => new TreeValue.Text(text.Value),
        NameNode name when isText => new TreeValue.Text(name.Name),
        PeriodNode period => new TreeValue.Length(LengthOf(period)),
        DateNode date => new TreeValue.Date(DateText(date)),
        _ => null,
    };

    private string LengthOf(PeriodNode node) => string.Join(' ', TextOf(node).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static string DateText(DateNode date) => Calendar.DateOf(date.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string TextOf(Node node) => _source.Text[node.Start..node.End].Trim();
}
