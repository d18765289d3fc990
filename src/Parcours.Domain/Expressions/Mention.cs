namespace Parcours.Domain.Expressions;

/// <summary>Another definition that an expression names, as <c>segment(vip)</c>.</summary>
/// <param name="Word">The word whose brackets name it: "segment", "stage" or "score".</param>
/// <param name="Id">Its id.</param>
/// <param name="Line">The line of the id, from 1.</param>
/// <param name="Column">The column of the id, from 1.</param>
public sealed record Mention(string Word, string Id, int Line, int Column)
{
    private static readonly string[] Readers = ["segment", "stage", "score"];

    /// <summary>The definitions that an expression names, in the order of the text; none when it cannot be parsed.</summary>
    public static IReadOnlyList<Mention> In(SourceText source)
    {
        try
        {
            var found = new List<Mention>();
            Collect(Parser.Parse(source), source, found);
            return found;
        }
        catch (ExpressionException)
        {
            return [];
        }
    }

    private static void Collect(Node? node, SourceText source, List<Mention> found)
    {
        switch (node)
        {
            case CallNode { Arguments: [_] or [_, NamedNode] } call when Array.IndexOf(Readers, call.Name) >= 0:
                Node id = call.Arguments[0];
                (int line, int column) = source.At(id.Start);
                found.Add(new Mention(call.Name, id is TextNode text ? text.Value : source.Text[id.Start..id.End].Trim(), line, column));
                break;
            case CallNode call:
                foreach (Node argument in call.Arguments)
                {
                    Collect(argument, source, found);
                }

                break;
            case BinaryNode pair:
                Collect(pair.Left, source, found);
                Collect(pair.Right, source, found);
                break;
            case UnaryNode one:
                Collect(one.Operand, source, found);
                break;
            case InNode list:
                Collect(list.Item, source, found);
                break;
            default:
                break;
        }
    }
}
