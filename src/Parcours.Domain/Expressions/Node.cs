using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>A part of a parsed expression; its offset is where it begins, its end where it stops.</summary>
internal abstract record Node(int Offset)
{
    public int End { get; init; }

    /// <summary>Where its text begins: an operator's node stands at its sign, its text at its left side.</summary>
    public virtual int Begin => Offset;
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

/// <summary>within P, or in period(unit, n).</summary>
internal sealed record WindowNode(Node? Within, CalendarUnit Unit, int Shift, int Offset) : Node(Offset);

internal sealed record UnaryNode(string Operator, Node Operand, int Offset) : Node(Offset);

internal sealed record BinaryNode(string Operator, Node Left, Node Right, int Offset) : Node(Offset)
{
    public override int Begin => Left.Begin;
}

internal sealed record InNode(Node Item, IReadOnlyList<Node> List, int Offset) : Node(Offset)
{
    public override int Begin => Item.Begin;
}
