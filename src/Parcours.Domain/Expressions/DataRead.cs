using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>What of the data an expression looks at: kinds of fact, attributes, declared properties, each by its name.</summary>
public sealed class DataRead
{
    private static readonly string[] _ofOrders = ["orders", "spend", "average_basket", "basket_trend", "gap_median", "gap_mean", "gap_cv", "own_rhythm", "recency", "items", "categories", "quantity", "distinct items", "distinct categories"];
    private static readonly string[] _ofLines = ["items", "categories", "quantity", "distinct items", "distinct categories"];
    private static readonly FactKind[] _orderKinds = [FactKind.Order, FactKind.OrderAdjusted, FactKind.Refund, FactKind.Cancellation];

    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _properties = new(StringComparer.Ordinal);

    private DataRead()
    {
    }

    /// <summary>The kinds of fact, as files write them.</summary>
    public IReadOnlySet<string> Kinds => _kinds;

    /// <summary>The attributes.</summary>
    public IReadOnlySet<string> Attributes => _attributes;

    /// <summary>The declared properties.</summary>
    public IReadOnlySet<string> Properties => _properties;

    /// <summary>What some expressions look at together; what cannot be parsed looks at nothing.</summary>
    public static DataRead In(params IEnumerable<SourceText> sources)
    {
        var read = new DataRead();
        foreach (SourceText source in sources)
        {
            try
            {
                read.Look(Parser.Parse(source), isCondition: false);
            }
            catch (ExpressionException)
            {
                // Its file says what is wrong with it.
            }
        }

        return read;
    }

    private void Look(Node? node, bool isCondition)
    {
        switch (node)
        {
            case NameNode name when isCondition:
                Field(name.Name);
                break;
            case NameNode name:
                Word(name.Name);
                break;
            case CallNode call:
                Call(call);
                break;
            case QueryNode query:
                foreach (NameNode kind in query.Kinds)
                {
                    Kind(kind.Name);
                }

                Look(query.Where, isCondition: true);
                foreach (NameNode kind in query.Window?.Since ?? [])
                {
                    Kind(kind.Name);
                }

                break;
            case NamedNode named:
                Look(named.Value, isCondition);
                break;
            case UnaryNode one:
                Look(one.Operand, isCondition);
                break;
            case BinaryNode pair:
                Look(pair.Left, isCondition);
                Look(pair.Right, isCondition);
                break;
            case InNode list:
                Look(list.Item, isCondition);
                break;
        }
    }

    private void Call(CallNode call)
    {
        switch (call.Name)
        {
            case "attribute" when call.Arguments is [NameNode name, ..]:
                _attributes.Add(name.Name);
                break;
            case "attribute" when call.Arguments is [TextNode text, ..]:
                _attributes.Add(text.Value);
                break;
            case "reachable" or "consent":
                Add([FactKind.OptIn, FactKind.OptOut]);
                break;
            case "running":
                Add([FactKind.TrialStarted, FactKind.TrialEnded, FactKind.SubscriptionStarted, FactKind.SubscriptionRenewed, FactKind.SubscriptionCancelled, FactKind.SubscriptionEnded, FactKind.Contract]);
                break;
            case "open":
                Add([FactKind.Complaint, FactKind.ComplaintResolved, FactKind.SupportTicketOpened, FactKind.SupportTicketClosed, FactKind.DealCreated, FactKind.DealWon, FactKind.DealLost]);
                break;
            case "segment" or "stage" or "score" or "reached":
                break; // other definitions are asked themselves
            default:
                Word(call.Name);
                foreach (Node argument in call.Arguments)
                {
                    Look(argument, isCondition: false);
                }

                break;
        }
    }

    private void Word(string word)
    {
        if (Array.IndexOf(_ofOrders, word) >= 0)
        {
            Add(_orderKinds);
        }

        if (Array.IndexOf(_ofLines, word) >= 0)
        {
            Add([FactKind.OrderLine]);
        }
    }

    // What is no field of every fact is a declared property.
    private void Field(string name)
    {
        if (Array.IndexOf(Words.FactFields, name) < 0 && name is not ("true" or "false"))
        {
            _properties.Add(name);
        }
    }

    private void Kind(string name)
    {
        if (FactSets.TryFind(name, out FactSet? set))
        {
            Add(set!.Kinds);
        }
        else
        {
            _kinds.Add(name);
        }
    }

    private void Add(IEnumerable<FactKind> kinds) => _kinds.UnionWith(kinds.Select(FactKinds.NameOf));
}
