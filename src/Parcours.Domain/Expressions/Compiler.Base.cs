using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    /// <summary>The measures of the base this compiler met, with the shares each is cut at; a mean asks for none.</summary>
    public Dictionary<BaseMeasure, SortedSet<double>> Measures { get; } = [];

    private readonly Dictionary<(string Measure, int Groups), NumberValue> _scores = [];

    /// <summary>Where the fold's subject stands for ties: its first order.</summary>
    private Tally FirstOrders() => TallyOf(new QueryNode([], null, null, 0), new FactFilter([Facts.FactKind.Order], null));

    private BaseMeasure MeasureIn(CallNode call, int arguments = 1)
    {
        if (call.Arguments.Count != arguments)
        {
            throw Error(call, $"{call.Name}(...) takes {(arguments == 1 ? "one number" : "a number and a count")}", $"{call.Name}(spend{(arguments == 1 ? string.Empty : ", 5")})", null);
        }

        if (_inMeasure)
        {
            throw Error(call, $"{call.Name}(...) stands inside another measure of the base", "a number of each subject, such as spend or orders", null);
        }

        Node node = call.Arguments[0];
        var measure = new BaseMeasure(node is NameNode { Name: BaseMeasure.Recency } ? BaseMeasure.Recency : TextOf(node), node);
        if (!Measures.Keys.Any(known => known.Key == measure.Key))
        {
            Measures[measure] = [];
        }

        return Measures.Keys.Single(known => known.Key == measure.Key);
    }

    /// <summary>Score 1 to n: 1 + the number of cut points at or below the subject's own place. Rules ask for it again and again: once per evaluation is enough.</summary>
    private NumberValue Score(CallNode call)
    {
        BaseMeasure measure = MeasureIn(call, 2);
        if (call.Arguments[1] is not NumberNode { Value: >= 2 and <= 100 } count || count.Value != Math.Floor(count.Value))
        {
            throw Error(call.Arguments[1], "a score needs the number of groups", "a whole number from 2 to 100, such as 5", null);
        }

        int groups = (int)count.Value;
        if (_scores.TryGetValue((measure.Key, groups), out NumberValue? known))
        {
            return known;
        }

        double[] shares = [.. Enumerable.Range(1, groups - 1).Select(k => k / (double)groups)];
        Measures[measure].UnionWith(shares);
        Func<bool?>[] above = [.. shares.Select(share => Above(measure, share))];
        long evaluation = -1;
        double score = 0;
        return _scores[(measure.Key, groups)] = new NumberValue(() =>
        {
            if (evaluation != _fold.Evaluation)
            {
                evaluation = _fold.Evaluation;
                score = ScoreOf(above, measure.IsRecency ? groups : 1);
            }

            return score;
        });
    }

    /// <summary>The probability that a churn definition gives the subject, as known at the first instant of the present month.</summary>
    private NumberValue ChurnScore(CallNode call)
    {
        string id = call.Arguments[0] is TextNode text ? text.Value : TextOf(call.Arguments[0]).Trim();
        if (_scope.Scores is not { } known)
        {
            throw Error(call, "a churn score cannot be read here", "a condition on facts: what churn scores are learnt from reads none, so that nothing goes round in a circle", null);
        }

        if (_inMeasure)
        {
            throw Error(call, "a churn score cannot be ranked or averaged over the base", "a number of each subject, such as spend or orders", null);
        }

        if (known.Of(id, _scope.Histories) is not { } scores)
        {
            throw Error(call.Arguments[0].Start, $"\"{id}\" is no churn definition", $"one of {string.Join(", ", known.Ids)}; or two arguments, as score(spend, 5)", Spelling.Nearest(id, known.Ids));
        }

        return new NumberValue(() =>
        {
            double score = scores.At(_fold.Subject, _fold.Now, out long until);
            _fold.Lower(until);
            return score;
        });
    }

    private static int ScoreOf(Func<bool?>[] above, int whenNobody)
    {
        int score = 1;
        foreach (Func<bool?> isAbove in above)
        {
            switch (isAbove())
            {
                case null:
                    return whenNobody;
                case true:
                    score++;
                    break;
                default:
                    return score;
            }
        }

        return score;
    }

    private BoolValue Rank(RankValue rank, BinaryNode node, double share)
    {
        if (share is < 0 or > 1)
        {
            throw Error(node.Right, "a share lies between 0 and 1", "a number such as 0.8", null);
        }

        if (node.Operator is not (">=" or "<"))
        {
            throw Error(node, "a rank in the base is compared with >= or <", ">= or <", null);
        }

        Measures[rank.Measure].Add(share);
        Func<bool?> above = Above(rank.Measure, share);
        bool wanted = node.Operator == ">=";
        return new BoolValue(() => above() is { } at && at == wanted);
    }

    /// <summary>Whether the subject's own place is at or above the cut of a share; null when nobody was in the base.</summary>
    private Func<bool?> Above(BaseMeasure measure, double share)
    {
        BaseTables tables = _scope.Tables;
        CutPoint?[]? cuts = tables.CutsOf(measure.Key, share);
        Func<double>? own = measure.IsRecency ? null : Measure(measure.Expression, _source);
        Tally orders = FirstOrders();
        return () =>
        {
            int place = tables.PlaceAt(_fold.Now, out long until);
            _fold.Lower(until);
            if (place < 0 || cuts?[place] is not { } cut)
            {
                return null;
            }

            return own is null ? RecencyIsAbove(cut, orders) : IsAbove(cut, own(), orders);
        };
    }

    private bool IsAbove(CutPoint cut, double value, Tally orders) =>
        cut.CompareTo(value, orders.FirstAt, _fold.Histories.Subjects.Utf8KeyOf(_fold.Subject)) <= 0;

    private bool RecencyIsAbove(CutPoint cut, Tally orders)
    {
        if (orders.LastAt == long.MinValue)
        {
            return false;
        }

        int last = _fold.Calendar.DayOf(new Instant(orders.LastAt));
        int days = _fold.Calendar.DayOf(new Instant(_fold.Now)) - last;
        bool above = IsAbove(cut, -days, orders);
        if (above)
        {
            // Each day of silence lowers the place: it falls below the cut at the midnight that makes its days equal or one more.
            bool whenEqual = IsAbove(cut, cut.Value, orders);
            _fold.Lower(_fold.Calendar.StartOfDay(last + (int)-cut.Value + (whenEqual ? 1 : 0)).Micros);
        }

        return above;
    }

    private NumberValue DaysSinceLastOrder()
    {
        Tally orders = FirstOrders();
        return new NumberValue(() =>
        {
            if (orders.LastAt == long.MinValue)
            {
                return double.NaN;
            }

            int today = _fold.Calendar.DayOf(new Instant(_fold.Now));
            _fold.Lower(_fold.Calendar.StartOfDay(today + 1).Micros);
            return today - _fold.Calendar.DayOf(new Instant(orders.LastAt));
        });
    }

    /// <summary>The base's mean: a duration for a measure that is one, of unknown length while nobody is in the base.</summary>
    private Typed Mean(BaseMeasure measure)
    {
        var mean = new NumberValue(() =>
        {
            double found = _scope.Tables.MeanAt(measure.Key, _fold.Now, out long until);
            _fold.Lower(until);
            return found;
        });
        var aside = new Compiler(new Fold(_scope.Histories), _scope);
        aside.Measure(measure.Expression, _source);
        bool isDuration = aside.Value(measure.Expression, _source) is DurationValue;
        return isDuration ? new DurationValue(() => mean.Read() is var days && double.IsNaN(days) ? Period.Unknown : Period.OfDays(days)) : mean;
    }
}
