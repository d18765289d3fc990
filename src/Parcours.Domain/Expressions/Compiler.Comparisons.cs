using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    private readonly Dictionary<string, BoolValue> _comparisons = new(StringComparer.Ordinal);

    /// <summary>Rules often ask the same thing (orders &gt;= 1 and silence(order) &gt;= inactive_after): it is compiled once.</summary>
    private BoolValue Shared(BinaryNode node)
    {
        if (_inWhere)
        {
            return Compare(node);
        }

        string text = _source.Text[node.Start..Math.Min(node.End, _source.Text.Length)];
        if (!_comparisons.TryGetValue(text, out BoolValue? comparison))
        {
            _comparisons[text] = comparison = Compare(node);
        }

        return comparison;
    }

    private BoolValue Compare(BinaryNode node)
    {
        Typed left = Compile(node.Left);

        // A bare word beside a text is that text: previous_stage = active.
        Typed right = left is TextValue && node.Right is NameNode word && !_scope.Thresholds.ContainsKey(word.Name)
            ? new LiteralText(word.Name)
            : Compile(node.Right);
        if (node.Operator == "contains" && (left, right) is not (TextValue, LiteralText))
        {
            throw Error(node, "contains looks for a text in another", "a text such as item on its left and one in quotes on its right", null);
        }

        return (left, right) switch
        {
            (NumberValue a, NumberValue b) => Numbers(a, node.Operator, b),
            (DurationValue a, DurationValue b) => Numbers(Days(a), node.Operator, Days(b)),
            (AgeingValue a, DurationValue b) when a.IsDuration => Ageing(a, node, node.Operator, b, null),
            (DurationValue a, AgeingValue b) when b.IsDuration => Ageing(b, node, Mirror(node.Operator), a, null),
            (AgeingValue a, NumberValue b) when !a.IsDuration => Ageing(a, node, node.Operator, null, b),
            (NumberValue a, AgeingValue b) when !b.IsDuration => Ageing(b, node, Mirror(node.Operator), null, a),
            (AgeingValue, AgeingValue) => throw Error(node, "two ageing numbers cannot be compared: both grow with time", "one of them to be a duration such as 90 days", null),
            (AgeingValue { IsDuration: true }, NumberValue) or (NumberValue, AgeingValue { IsDuration: true }) =>
                throw Error(node.Right, "a length of time is compared with a bare number", "a unit, such as 90 days", null),
            (DurationValue, NumberValue) or (NumberValue, DurationValue) =>
                throw Error(node.Right, "a length of time is compared with a bare number", "a unit on both sides, such as 90 days", null),
            (TextValue a, LiteralText b) => Texts(a, node, b),
            (LiteralText a, TextValue b) => Texts(b, node, a),
            (TextValue { Number: { } number }, NumberValue b) => Numbers(new NumberValue(number), node.Operator, b),
            (NumberValue a, TextValue { Number: { } number }) => Numbers(a, node.Operator, new NumberValue(number)),
            (DateValue a, DateValue b) => Dates(a, node.Operator, b),
            (RankValue a, NumberValue { Constant: { } share }) => Rank(a, node, share),
            (RankValue, _) => throw Error(node.Right, "a rank is compared with a share written as a number", "a number from 0 to 1, such as 0.8", null),
            _ => throw Error(node, $"{left.Noun} and {right.Noun} cannot be compared", "two values of one type", null),
        };
    }

    private static string Mirror(string op) => op switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => op };

    private static NumberValue Days(DurationValue value) => new(() => value.Read().ApproximateDays) { Constant = value.Constant?.ApproximateDays };

    private static BoolValue Numbers(NumberValue a, string op, NumberValue b)
    {
        if (b.Constant is { } constant && a.Counted is { } tally && constant == Math.Floor(constant) && op is (">=" or "="))
        {
            // The commonest rules (orders >= 2) without a floating-point detour.
            long bound = (long)constant;
            return op == ">=" ? AtLeast(tally, bound) : new(() => tally.Count == bound);
        }

        Func<double> x = a.Read;
        Func<double> y = b.Read;
        return op switch
        {
            "=" => new(() => x() == y()),
            "!=" => new(() => x() != y()),
            "<" => new(() => x() < y()),
            "<=" => new(() => x() <= y()),
            ">" => new(() => x() > y()),
            _ => new(() => x() >= y()),
        };
    }

    /// <summary>A count only grows: once it is there, no further fact changes the answer.</summary>
    private static BoolValue AtLeast(Tally tally, long bound) => new(() =>
    {
        if (tally.SettledCount >= bound)
        {
            return true;
        }

        tally.NoteRead();
        return false;
    });

    private static BoolValue Dates(DateValue a, string op, DateValue b) => Numbers(
        new NumberValue(() => a.Read() == long.MinValue ? double.NaN : a.Read()), op,
        new NumberValue(() => b.Read() == long.MinValue ? double.NaN : b.Read()));

    private BoolValue Texts(TextValue value, BinaryNode node, LiteralText literal)
    {
        if (node.Operator == "contains")
        {
            var known = new Dictionary<int, bool>();
            return new(() =>
            {
                int read = value.Read();
                if (!known.TryGetValue(read, out bool holds))
                {
                    known[read] = holds = value.Show(read).Contains(literal.Value, StringComparison.OrdinalIgnoreCase);
                }

                return holds;
            });
        }

        if (node.Operator is not ("=" or "!="))
        {
            throw Error(node, "texts have no order", "=, !=, contains or in (...)", null);
        }

        int offset = (node.Left is TextNode ? node.Left : node.Right).Offset;
        int code = value.Resolve(literal.Value, offset);
        return node.Operator == "=" ? new(() => value.Read() == code) : new(() => value.Read() != code);
    }

    private BoolValue In(InNode node)
    {
        Typed item = Compile(node.Item);
        if (item is TextValue text)
        {
            int[] codes = [.. node.List.Select(entry => entry switch
            {
                TextNode literal => text.Resolve(literal.Value, literal.Offset),
                NameNode word => text.Resolve(word.Name, word.Offset),
                _ => throw Error(entry, "the list holds something else than texts", "texts in quotes", null),
            })];
            return new(() => Array.IndexOf(codes, text.Read()) >= 0);
        }

        if (item is NumberValue number)
        {
            double[] values = [.. node.List.Select(entry => Compile(entry) is NumberValue { Constant: { } value }
                ? value
                : throw Error(entry, "the list holds something else than numbers", "numbers", null))];
            return new(() => Array.IndexOf(values, number.Read()) >= 0);
        }

        throw Error(node, $"{item.Noun} cannot be looked up in a list", "a text or a number before in", null);
    }

    /// <summary>
    /// An ageing number against a steady one: steady, and true or false until the exact crossing.
    /// With scale 1 and no offset the period is added to the origin on the local calendar; else days are 24 hours.
    /// </summary>
    private BoolValue Ageing(AgeingValue ageing, BinaryNode node, string op, DurationValue? duration, NumberValue? number)
    {
        Fold fold = _fold;
        bool atLeast = op is ">=" or "<";
        bool negated = op is "<" or "<=";
        if (op is "=" or "!=")
        {
            throw Error(node, "an ageing number equals another for an instant only", ">= or <", null);
        }

        long after = atLeast ? 0 : 1;
        if (ageing.Scale is null && ageing.Offset is null && duration is not null)
        {
            Func<long, bool> reached = Reached(duration, after);
            if (ageing.SilenceOf is { } tally)
            {
                // A further fact only shortens a silence: one that is not long enough stays so, and is asked again when it could be.
                return new(() =>
                {
                    if (reached(tally.SettledLastAt))
                    {
                        tally.NoteRead();
                        return !negated;
                    }

                    return negated;
                });
            }

            return new(() => reached(ageing.Origin()) != negated);
        }

        Func<double> bound = duration is not null ? () => duration.Read().ApproximateDays : number!.Read;
        Func<double> scale = ageing.Scale ?? (() => 1);
        Func<double> offset = ageing.Offset ?? (() => 0);
        return new(() => ScaledIsReached(fold, ageing.Origin(), scale(), bound() - offset(), after) != negated);
    }

    /// <summary>Whether a length of time has passed since an instant; what never was is infinitely long ago.</summary>
    private Func<long, bool> Reached(DurationValue duration, long after)
    {
        Fold fold = _fold;
        Calendar calendar = _fold.Calendar;
        if (duration.Threshold is { } series && after == 0)
        {
            Held held = default;
            int hint = 0;
            return origin =>
            {
                if (origin == long.MinValue)
                {
                    return true;
                }

                ThresholdSeries current = series();
                if (!held.Covers(origin, fold.Now) || held.Series != current)
                {
                    bool reached = current.IsReached(calendar, origin, fold.Now, fold.NextAt, ref hint, out long until);
                    held = new Held(reached, origin, fold.Now, until, current);
                }

                fold.Lower(held.Until);
                return held.Answer;
            };
        }

        if (duration.Constant is { } constant)
        {
            long last = long.MinValue;
            long crossing = 0;
            return origin =>
            {
                if (origin == long.MinValue)
                {
                    return true;
                }

                if (origin != last)
                {
                    last = origin;
                    crossing = calendar.Add(new Instant(origin), constant).Micros + after;
                }

                return Crossed(fold, crossing);
            };
        }

        return origin => origin == long.MinValue || Crossed(fold, calendar.Add(new Instant(origin), duration.Read()).Micros + after);
    }

    /// <summary>An answer that is known to hold for a time: facts that do not move its origin cost it nothing.</summary>
    private readonly record struct Held(bool Answer, long Origin, long From, long Until, ThresholdSeries? Series)
    {
        public bool Covers(long origin, long now) => Series is not null && origin == Origin && now >= From && now < Until;
    }

    private static bool Crossed(Fold fold, long crossing)
    {
        if (fold.Now >= crossing)
        {
            return true;
        }

        fold.Lower(crossing);
        return false;
    }

    /// <summary>Whether scale * (now - origin in days) &gt;= bound (strictly above when after is 1).</summary>
    private static bool ScaledIsReached(Fold fold, long origin, double scale, double bound, long after)
    {
        if (double.IsNaN(scale) || double.IsNaN(bound))
        {
            return false;
        }

        if (origin == long.MinValue || double.IsPositiveInfinity(scale))
        {
            return scale > 0;
        }

        if (scale == 0)
        {
            return after == 0 ? bound <= 0 : bound < 0;
        }

        double micros = bound / scale * Instant.MicrosPerDay;
        if (Math.Abs(micros) > 4e18)
        {
            return (micros < 0) == (scale > 0);
        }

        if (scale > 0)
        {
            return Crossed(fold, origin + (long)(after == 0 ? Math.Ceiling(micros) : Math.Floor(micros) + 1));
        }

        // A falling value is at or above the bound up to the crossing, that instant included (left out when strict).
        return !Crossed(fold, origin + (long)(after == 0 ? Math.Floor(micros) + 1 : Math.Ceiling(micros)));
    }
}
