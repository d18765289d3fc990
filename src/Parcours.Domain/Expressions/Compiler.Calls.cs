using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    private Typed Call(CallNode call)
    {
        if (_inWhere)
        {
            throw Error(call, $"{call.Name}(...) cannot stand in a condition on one fact", string.Join(", ", Words.FactFields), null);
        }

        if (Words.TakesFacts(call.Name))
        {
            CallNode asked = call.Arguments.Count > 0 ? call : call with { Arguments = [new QueryNode([], null, null, call.Offset) { End = call.Offset }] };
            return FactFunction(asked);
        }

        switch (call.Name)
        {
            case "running":
                return Running(call);
            case "open":
                return new NumberValue(Open(call));
            case "reachable":
                return Reachable(call);
            case "attribute":
                return Attribute(call);
            case "reached":
                StageState state = State(call);
                int stage = StageIndex(NameIn(call), call.Offset);
                return new BoolValue(() => state.Reached(stage));
            case "quantile":
                return new RankValue(MeasureIn(call));
            case "score":
                return call.Arguments.Count == 1 ? ChurnScore(call) : Score(call);
            case "base.mean":
                return Mean(MeasureIn(call, 1));
            case "stage":
                return OtherStage(call);
            case "segment":
                return InSegment(call);
            case "consent":
                return Consent(call);
            default:
                throw Error(call, $"\"{call.Name}\" is not a word that takes brackets", "a word such as count(...) or silence(...)", Spelling.Nearest(call.Name, Words.FactFunctions.Concat(Words.OtherFunctions)));
        }
    }

    private Typed FactFunction(CallNode call)
    {
        var query = (QueryNode)call.Arguments[0];
        switch (call.Name)
        {
            case "orders":
                return Count(query, Filter(Bare(call, query), FactKind.Order));
            case "spend" or "average_basket":
                return Money(call, query);
            case "items" or "categories" or "quantity" or "distinct items" or "distinct categories" or "distinct stakeholders":
                return Distinct(call, query);
            case "gap_median" or "gap_mean" or "gap_cv":
                return Gaps(call, query);
            case "age":
                return Age(query);
        }

        if (query.Kinds.Count == 0)
        {
            throw Error(query, $"{call.Name}(...) names no kind of fact", "a kind such as order, visit or product_view", null);
        }

        FactFilter filter = Filter(query);
        switch (call.Name)
        {
            case "count":
                return Count(query, filter);
            case "ever" or "never":
                NumberValue count = Count(query, filter);
                BoolValue ever = count.Counted is { } tally ? AtLeast(tally, 1) : new BoolValue(() => count.Read() > 0);
                return call.Name == "ever" ? ever : Not(ever.Read);
            case "silence":
                NoWindow(call, query);
                Tally last = TallyOf(query, filter);
                return new AgeingValue(() => last.LastAt) { SilenceOf = last };
            case "last_item":
                return LastItem(query, filter);
            default:
                return Statistic(call.Name, query, filter);
        }
    }

    private TextValue LastItem(QueryNode query, FactFilter filter)
    {
        if (query.Window is null)
        {
            Tally tally = TallyOf(query, filter);
            return new TextValue(() => tally.LastIndex < 0 ? 0 : _fold.Facts[tally.LastIndex].Item, Term, TextOf);
        }

        PlacesOf places = Window(query, filter).Places;
        return new TextValue(() => places() is [.., var last] ? _fold.Facts[last].Item : 0, Term, TextOf);
    }

    private NumberValue Count(QueryNode query, FactFilter filter)
    {
        if (query.Window is null)
        {
            Tally tally = TallyOf(query, filter);
            return new NumberValue(() => tally.Count) { Counted = tally };
        }

        PlacesOf places = Window(query, filter).Places;
        return new NumberValue(() => places().Length);
    }

    private NumberValue Statistic(string name, QueryNode query, FactFilter filter)
    {
        double unit = filter.IsMoney ? Currencies.MinorUnits(_scope.Histories.Currency) : 1;
        if (name == "last" && query.Window is null)
        {
            Tally tally = TallyOf(query, filter);
            return new NumberValue(() => tally.LastIndex < 0 ? double.NaN : _fold.Facts[tally.LastIndex].Value / unit);
        }

        (PlacesOf places, Func<double> sum) = Window(query, filter);
        return new NumberValue(name switch
        {
            "sum" => () => sum() / unit,
            "mean" => () => InSums(places()) is var count && count == 0 ? double.NaN : sum() / unit / count,
            "min" => () => Extreme(places(), -1) / unit,
            "max" => () => Extreme(places(), 1) / unit,
            _ => () => places().Length == 0 ? double.NaN : _fold.Facts[places()[^1]].Value / unit,
        });
    }

    /// <summary>How many of the facts a sum takes: those in another currency are left out.</summary>
    private int InSums(ReadOnlySpan<int> places)
    {
        int count = 0;
        foreach (int place in places)
        {
            byte currency = _fold.Facts[place].Currency;
            count += currency == 0 || currency == _scope.Histories.Currency ? 1 : 0;
        }

        return count;
    }

    private double Extreme(ReadOnlySpan<int> places, int sign)
    {
        double extreme = double.NaN;
        foreach (int place in places)
        {
            double value = _fold.Facts[place].Value;
            extreme = double.IsNaN(extreme) || (value - extreme) * sign > 0 ? value : extreme;
        }

        return extreme;
    }

    private NumberValue Money(CallNode call, QueryNode query)
    {
        Bare(call, query);
        double unit = Currencies.MinorUnits(_scope.Histories.Currency);
        Func<double> spend;
        if (query.Window is null && query.Where is null)
        {
            SpendTally tally = Spend();
            spend = () => tally.Sum / unit;
        }
        else
        {
            Func<double> sum = Window(query, Filter(query, SpendTally.Kinds), signed: true).Sum;
            spend = () => sum() / unit;
        }

        if (call.Name == "spend")
        {
            return new NumberValue(spend);
        }

        NumberValue orders = Count(query, Filter(query, FactKind.Order));
        return new NumberValue(() => orders.Read() == 0 ? double.NaN : spend() / orders.Read());
    }

    private NumberValue Distinct(CallNode call, QueryNode query)
    {
        FactFilter filter = Filter(query, FactKind.OrderLine);
        PlacesOf places = Window(query, filter).Places;
        if (call.Name == "quantity")
        {
            return new NumberValue(() =>
            {
                double sum = 0;
                foreach (int place in places())
                {
                    sum += QuantityAt(place);
                }

                return sum;
            });
        }

        if (call.Name == "items")
        {
            return new NumberValue(() => places().Length);
        }

        var seen = new HashSet<int>();
        Func<int, int> of = call.Name switch
        {
            "distinct items" => place => _fold.Facts[place].Item,
            "distinct stakeholders" => place => ActorAt(place),
            _ => place => _scope.Histories.Vocabulary.CategoryOf(_fold.Facts[place].Item),
        };
        int none = call.Name == "distinct stakeholders" ? -1 : 0;
        return new NumberValue(() =>
        {
            seen.Clear();
            foreach (int place in places())
            {
                seen.Add(of(place));
            }

            seen.Remove(none);
            return seen.Count;
        });
    }

    private int ActorAt(int place)
    {
        int found = Array.BinarySearch(_fold.Segment.ExtraAt, place);
        return found >= 0 ? _fold.Segment.Extras[found].Actor : -1;
    }

    private AgeingValue Age(QueryNode query)
    {
        NoWindow("age", query);
        if (query.Kinds.Count == 0)
        {
            return new AgeingValue(() => _fold.Facts[_fold.Start].At.Micros);
        }

        Tally first = TallyOf(query, Filter(query));
        return new AgeingValue(() => first.FirstAt);
    }

    private QueryNode Bare(CallNode call, QueryNode query) => query.Kinds.Count == 0
        ? query
        : throw Error(query.Kinds[0], $"{call.Name}(...) knows its facts", "where, within, before, since, in period(...) or )", null);

    private void NoWindow(CallNode call, QueryNode query) => NoWindow(call.Name, query);

    private void NoWindow(string name, QueryNode query)
    {
        if (query.Window is not null)
        {
            throw Error(query.Window, $"{name}(...) looks at all time", $"no window; compare it with a duration: {name}(order) >= 90 days", null);
        }
    }
}
