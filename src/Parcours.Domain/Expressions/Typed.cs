using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>
/// A compiled part of an expression, by type. Its functions read the state of one <see cref="Fold"/> at its present instant and
/// lower <see cref="Fold.Until"/> to the instant their answer may change by itself: value and validity in one call.
/// </summary>
internal abstract record Typed
{
    public abstract string Noun { get; }
}

internal sealed record BoolValue(Func<bool> Read) : Typed
{
    public override string Noun => "a condition";
}

/// <summary>A steady number. Constant when written as one in the text; counted when it is nothing but a plain count.</summary>
internal sealed record NumberValue(Func<double> Read) : Typed
{
    public double? Constant { get; init; }

    public Tally? Counted { get; init; }

    public override string Noun => "a number";
}

/// <summary>A steady length of time.</summary>
internal sealed record DurationValue(Func<Period> Read) : Typed
{
    public Period? Constant { get; init; }

    /// <summary>The threshold it reads, when it is nothing but one that changes by month: its months are known ahead.</summary>
    public Func<ThresholdSeries>? Threshold { get; init; }

    public override string Noun => "a duration";
}

/// <summary>
/// A value that grows with time: <c>scale * (now - origin) + offset</c>, in days when a duration, else a plain number.
/// An origin of <see cref="long.MinValue"/> makes it infinite.
/// </summary>
internal sealed record AgeingValue(Func<long> Origin) : Typed
{
    /// <summary>Per day; null for exactly 1.</summary>
    public Func<double>? Scale { get; init; }

    /// <summary>Days, or a number; null for nothing.</summary>
    public Func<double>? Offset { get; init; }

    public bool IsDuration { get; init; } = true;

    /// <summary>The facts whose last one is the origin, when it is nothing but their silence: a further fact only makes it shorter.</summary>
    public Tally? SilenceOf { get; init; }

    public override string Noun => "an ageing number (it grows with time)";
}

/// <summary>A text, read as a code; literals are turned into the same codes by <paramref name="Resolve"/>.</summary>
internal sealed record TextValue(Func<int> Read, Func<string, int, int> Resolve, Func<int, string> Show) : Typed
{
    /// <summary>The number that the text is, not known when it is none; null for a text that is never one.</summary>
    public Func<double>? Number { get; init; }

    public override string Noun => "a text";
}

/// <summary>A text written in the expression: it takes the meaning of what it is compared with.</summary>
internal sealed record LiteralText(string Value) : Typed
{
    public override string Noun => "a text";
}

/// <summary>A date written in the expression, or an instant of the history in microseconds.</summary>
internal sealed record DateValue(Func<long> Read) : Typed
{
    public override string Noun => "a date";
}

/// <summary>Where a subject's own value ranks in the base: only comparable with a share written as a number.</summary>
internal sealed record RankValue(BaseMeasure Measure) : Typed
{
    public override string Noun => "a rank in the base";
}
