using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>
/// Turns parsed expressions into functions over one fold. Checks types on the way: an error names its place.
/// One instance per fold; what two expressions both count is counted once.
/// </summary>
internal sealed partial class Compiler
{
    private readonly Fold _fold;
    private readonly Scope _scope;
    private SourceText _source = new(string.Empty);

    /// <summary>The place of the fact a <c>where</c> is looking at; only used inside one.</summary>
    private int _place = -1;
    private bool _inWhere;
    private bool _inMeasure;

    public Compiler(Fold fold, Scope scope)
    {
        _fold = fold;
        _scope = scope;
    }

    /// <summary>A condition, as a rule needs.</summary>
    public Func<bool> Condition(Node node, SourceText source)
    {
        _source = source;
        return Bool(node);
    }

    /// <summary>A steady number, as a measure of the base needs.</summary>
    public Func<double> Measure(Node node, SourceText source)
    {
        _source = source;
        _inMeasure = true;
        Typed measured = Compile(node);
        _inMeasure = false;
        return measured switch
        {
            NumberValue number => number.Read,
            DurationValue duration => () => duration.Read() is var period && period == Period.Unknown ? double.NaN : period.ApproximateDays,
            Typed other => throw Error(node, $"{other.Noun} cannot be ranked or averaged over the base", "a steady number", null),
        };
    }

    /// <summary>Any value, for showing it in a reason.</summary>
    public Typed Value(Node node, SourceText source)
    {
        _source = source;
        return Compile(node);
    }

    private Typed Compile(Node node) => node switch
    {
        NumberNode number => new NumberValue(() => number.Value) { Constant = number.Value },
        PeriodNode period => new DurationValue(() => period.Value) { Constant = period.Value },
        TextNode text => new LiteralText(text.Value),
        DateNode date => Date(date),
        NameNode name => _inWhere ? FactField(name) : Name(name),
        CallNode call => Call(call),
        UnaryNode { Operator: "not" } not => Not(Bool(not.Operand)),
        UnaryNode minus => Negate(minus),
        BinaryNode { Operator: "and" } both => And([.. Conjuncts(both).Select(Bool)]),
        BinaryNode { Operator: "or" } either => Or(Bool(either.Left), Bool(either.Right)),
        BinaryNode { Operator: "+" or "-" or "*" or "/" } sum => Arithmetic(sum),
        BinaryNode comparison => Shared(comparison),
        InNode list => In(list),
        _ => throw Error(node, "this cannot stand here", "a condition or a value", null),
    };

    private Func<bool> Bool(Node node)
    {
        Typed typed = Compile(node);
        return typed is BoolValue value
            ? value.Read
            : throw Error(node, $"{typed.Noun} stands where a condition is needed", "a condition, such as orders >= 2 or ever(visit)", null);
    }

    private static BoolValue Not(Func<bool> read) => new(() => !read());

    /// <summary>The parts of a chain of ands, from the left: asked one after the other, without a step for each and.</summary>
    private static IEnumerable<Node> Conjuncts(Node node) =>
        node is BinaryNode { Operator: "and" } both ? Conjuncts(both.Left).Append(both.Right) : [node];

    private static BoolValue And(Func<bool>[] parts) => new(() =>
    {
        foreach (Func<bool> part in parts)
        {
            if (!part())
            {
                return false;
            }
        }

        return true;
    });

    private static BoolValue Or(Func<bool> left, Func<bool> right) => new(() => left() || right());

    private Typed Name(NameNode node)
    {
        if (_scope.Thresholds.TryGetValue(node.Name, out ThresholdSeries? threshold))
        {
            return Threshold(node.Name, threshold);
        }

        switch (node.Name)
        {
            case "always" or "true":
                return new BoolValue(() => true);
            case "false":
                return new BoolValue(() => false);
            case "target":
                return Target();
            case "basket_trend":
                return BasketTrend();
            case "own_rhythm":
                return OwnRhythm(node);
            case "recency":
                return DaysSinceLastOrder();
            case "in_stage":
                StageState state = State(node);
                return new AgeingValue(() => state.Since);
            case "previous_stage":
                StageState stages = State(node);
                return new TextValue(() => stages.Stage, StageIndex, index => index < 0 ? "none" : _scope.Stages[index]);
            case "orders" or "spend" or "average_basket" or "gap_median" or "gap_mean" or "gap_cv" or "items" or "categories" or "quantity" or "age":
                return FactFunction(new CallNode(node.Name, [new QueryNode([], null, null, node.Offset) { End = node.End }], node.Offset) { End = node.End });
            default:
                if (Words.TakesFacts(node.Name) || Array.IndexOf(Words.OtherFunctions, node.Name) >= 0)
                {
                    throw Error(node, $"{node.Name} needs brackets", $"{node.Name}(...)", null);
                }

                throw Error(
                    node, $"\"{node.Name}\" is not a word of the language", "a value, a threshold or a condition",
                    Spelling.Nearest(node.Name, Words.All.Concat(_scope.Thresholds.Keys)));
        }
    }

    private DateValue Date(DateNode node)
    {
        long at = _fold.Calendar.StartOfDay(node.Day).Micros;
        return new DateValue(() => at);
    }

    private StageState State(Node node) =>
        _scope.State ?? throw Error(node, "there is no stage outside a lifecycle", "a rule of a lifecycle's stage", null);

    private int StageIndex(string stage, int offset)
    {
        for (int i = 0; i < _scope.Stages.Count; i++)
        {
            if (_scope.Stages[i] == stage)
            {
                return i;
            }
        }

        throw Error(offset, $"\"{stage}\" is no stage of this lifecycle", string.Join(", ", _scope.Stages), Spelling.Nearest(stage, _scope.Stages));
    }

    /// <summary>A text's code: 0 for the empty text, which stands for none; one no fact has for a text never used.</summary>
    private int Term(string text, int offset) => text.Length == 0 ? 0 : _scope.Histories.Vocabulary.TryFind(text, out int term) ? term : -2;

    private string TextOf(int term) => _scope.Histories.Vocabulary.TextOf(term);

    private Typed FactField(NameNode node)
    {
        switch (node.Name)
        {
            case "value":
                return new NumberValue(() =>
                {
                    ref readonly Fact fact = ref _fold.Facts[_place];
                    double minor = fact.Currency == 0 ? 1 : Currencies.MinorUnits(fact.Currency);
                    return fact.Value / minor;
                });
            case "quantity":
                return new NumberValue(() => QuantityAt(_place));
            case "item":
                return new TextValue(() => _fold.Facts[_place].Item, Term, TextOf);
            case "category":
                return new TextValue(() => _scope.Histories.Vocabulary.CategoryOf(_fold.Facts[_place].Item), Term, TextOf);
            case "channel":
                return new TextValue(() => (int)_fold.Facts[_place].Channel, ChannelIndex, code => ((Channel)code).ToString().ToLowerInvariant());
            case "date":
                return new DateValue(() => _fold.Facts[_place].At.Micros);
            case "true":
                return new BoolValue(() => true);
            case "false":
                return new BoolValue(() => false);
            default:
                return Property(node);
        }
    }

    private double QuantityAt(int place)
    {
        int found = Array.BinarySearch(_fold.Segment.ExtraAt, place);
        return found >= 0 ? _fold.Segment.Extras[found].Quantity / 1000.0 : 1;
    }

    private int ChannelIndex(string text, int offset) =>
        Enum.TryParse(text, ignoreCase: true, out Channel channel) && !char.IsDigit(text[0])
            ? (int)channel
            : throw Error(offset, $"\"{text}\" is no channel", "one of " + string.Join(", ", ChannelNames), Spelling.Nearest(text, ChannelNames));

    private static IEnumerable<string> ChannelNames => Enum.GetNames<Channel>().Skip(1).Select(name => name.ToLowerInvariant());

    private ExpressionException Error(Node node, string problem, string expected, string? nearest) => Error(node.Offset, problem, expected, nearest);

    private ExpressionException Error(int offset, string problem, string expected, string? nearest)
    {
        (int line, int column) = _source.At(offset);
        return new ExpressionException(new(line, column, problem, expected, nearest));
    }
}
