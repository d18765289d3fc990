using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    private Typed Negate(UnaryNode node) => Compile(node.Operand) is NumberValue number
        ? new NumberValue(() => -number.Read()) { Constant = -number.Constant }
        : throw Error(node, "only a number has a minus sign", "a number", null);

    private Typed Arithmetic(BinaryNode node)
    {
        Typed left = Compile(node.Left);
        Typed right = Compile(node.Right);
        return (left, node.Operator, right) switch
        {
            (NumberValue a, _, NumberValue b) => Numbers(a, b, node.Operator),
            (DurationValue a, "+", DurationValue b) => Duration(() => Sum(a.Read(), b.Read()), a, b),
            (DurationValue a, "-", DurationValue b) => Duration(() => Period.OfDays(Math.Max(0, a.Read().ApproximateDays - b.Read().ApproximateDays)), a, b),
            (DurationValue a, "*", NumberValue b) => Duration(() => Scaled(a.Read(), b.Read()), a, b),
            (NumberValue a, "*", DurationValue b) => Duration(() => Scaled(b.Read(), a.Read()), a, b),
            (DurationValue a, "/", NumberValue b) => Duration(() => Scaled(a.Read(), 1 / b.Read()), a, b),
            (DurationValue a, "/", DurationValue b) => new NumberValue(() => a.Read().ApproximateDays / b.Read().ApproximateDays),
            (AgeingValue, _, AgeingValue) => throw Error(node, "two ageing numbers cannot be combined: both grow with time", "a steady number or a duration on one side", null),
            (AgeingValue { IsDuration: true } a, "+" or "-", DurationValue b) => Shift(a, () => b.Read().ApproximateDays, node.Operator),
            (DurationValue a, "+", AgeingValue { IsDuration: true } b) => Shift(b, () => a.Read().ApproximateDays, "+"),
            (AgeingValue { IsDuration: false } a, "+" or "-", NumberValue b) => Shift(a, b.Read, node.Operator),
            (NumberValue a, "+", AgeingValue { IsDuration: false } b) => Shift(b, a.Read, "+"),
            (AgeingValue a, "*", NumberValue b) => Scale(a, b.Read, a.IsDuration),
            (NumberValue a, "*", AgeingValue b) => Scale(b, a.Read, b.IsDuration),
            (AgeingValue a, "/", NumberValue b) => Scale(a, () => 1 / b.Read(), a.IsDuration),
            (AgeingValue { IsDuration: true } a, "/", DurationValue b) => Scale(a, () => 1 / b.Read().ApproximateDays, false),
            _ => throw Error(node, $"{left.Noun} {node.Operator} {right.Noun} means nothing", "numbers, or durations with the same unit of thought", null),
        };
    }

    private static NumberValue Numbers(NumberValue a, NumberValue b, string op)
    {
        Func<double> read = op switch
        {
            "+" => () => a.Read() + b.Read(),
            "-" => () => a.Read() - b.Read(),
            "*" => () => a.Read() * b.Read(),
            _ => () => a.Read() / b.Read(),
        };
        return new NumberValue(read) { Constant = a.Constant is null || b.Constant is null ? null : read() };
    }

    private static DurationValue Duration(Func<Period> read, Typed a, Typed b) => new(read) { Constant = IsConstant(a) && IsConstant(b) ? read() : null };

    private static bool IsConstant(Typed value) => value is NumberValue { Constant: not null } or DurationValue { Constant: not null };

    private static Period Sum(Period a, Period b) => new(a.Months + b.Months, a.Days + b.Days, a.Micros + b.Micros);

    /// <summary>Whole multiples keep to the calendar; others are taken in days.</summary>
    private static Period Scaled(Period period, double by)
    {
        if (double.IsNaN(by) || by < 0)
        {
            return Period.OfDays(0);
        }

        return by == Math.Floor(by) && by <= 1000
            ? new Period(period.Months * (int)by, period.Days * (int)by, period.Micros * (long)by)
            : Period.OfDays(Math.Min(3_650_000, period.ApproximateDays * by));
    }

    private static AgeingValue Shift(AgeingValue ageing, Func<double> by, string op)
    {
        Func<double>? offset = ageing.Offset;
        double sign = op == "+" ? 1 : -1;
        return ageing with { Offset = offset is null ? () => sign * by() : () => offset() + (sign * by()) };
    }

    private static AgeingValue Scale(AgeingValue ageing, Func<double> by, bool isDuration)
    {
        Func<double>? scale = ageing.Scale;
        Func<double>? offset = ageing.Offset;
        return new AgeingValue(ageing.Origin)
        {
            Scale = scale is null ? by : () => scale() * by(),
            Offset = offset is null ? null : () => offset() * by(),
            IsDuration = isDuration,
        };
    }
}
