using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>A part of a parsed expression: its offset is where an error points, an operator's at its sign; it stretches from start to end.</summary>
internal abstract record Node(int Offset)
{
    public int Start { get; init; } = Offset;

    public int End { get; init; }
}

internal sealed record NumberNode(double Value, int Offset) : Node(Offset);

internal sealed record PeriodNode(Period Value, int Offset) : Node(Offset);

internal sealed record TextNode(string Value, int Offset) : Node(Offset);

internal sealed record DateNode(int Day, int Offset) : Node(Offset);

internal sealed record NameNode(string Name, int Offset) : Node(Offset);

/// <summary>A word with brackets. Its arguments are expressions, or facts to look at, or a bare window.</summary>
internal sealed record CallNode(string Name, IReadOnlyList<Node> Arguments, int Offset) : Node(Offset);

/// <summary>Which facts: kinds, a condition on each, a window.</summary>
internal sealed record QueryNode(IReadOnlyList<NameNode> Kinds, Node? Where, WindowNode? Window, int Offset) : Node(Offset);

/// <summary>within P or before P (a length), since KIND (kinds), in period(unit, n) (a unit and a shift).</summary>
internal sealed record WindowNode(WindowForm Form, Node? Length, IReadOnlyList<NameNode> Since, CalendarUnit Unit, int Shift, int Offset) : Node(Offset);

internal enum WindowForm
{
    Within,
    Before,
    Since,
    Period,
}

/// <summary>An argument that says what it is: <c>at: 2026-01-01</c>.</summary>
internal sealed record NamedNode(string Name, Node Value, int Offset) : Node(Offset);

internal sealed record UnaryNode(string Operator, Node Operand, int Offset) : Node(Offset);

internal sealed record BinaryNode(string Operator, Node Left, Node Right, int Offset) : Node(Offset);

internal sealed record InNode(Node Item, IReadOnlyList<Node> List, int Offset) : Node(Offset);
