using System.Text.Json;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Rhythm;

/// <summary>How machines read the rhythm of a base.</summary>
public static class RhythmJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="at">The date.</param>
    /// <param name="figures">The rhythm.</param>
    /// <param name="rule">How the threshold of inactivity is found.</param>
    /// <param name="threshold">The threshold; null when nobody bought twice.</param>
    /// <param name="comeBack">What those declared inactive did.</param>
    public static void Write(Utf8JsonWriter writer, Instant at, RhythmFigures figures, ThresholdRule rule, Period? threshold, ComeBack comeBack)
    {
        writer.WriteString("at", at.ToString());
        writer.WriteNumber("customers", figures.Customers);
        writer.WriteFigure("customer_median_days", figures.Days);
        writer.WriteFigure("customer_median_low", figures.Low);
        writer.WriteFigure("customer_median_high", figures.High);
        writer.WriteNumber("pooled_gaps", figures.Gaps);
        writer.WriteFigure("pooled_median_days", figures.PooledDays);
        writer.WriteFigure("inactive_after_days", threshold?.ApproximateDays ?? double.NaN);
        writer.WriteString("formula", rule.Formula);
        writer.WriteFigure("came_back_180d", comeBack.Share);
        writer.WriteFigure("came_back_180d_low", comeBack.Interval.Low);
        writer.WriteFigure("came_back_180d_high", comeBack.Interval.High);
        writer.WriteNumber("declared_inactive", comeBack.Declared);
    }
}
