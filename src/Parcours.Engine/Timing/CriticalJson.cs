using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Hazards;
using Parcours.Engine.Answers;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Timing;

/// <summary>How machines read when customers leave.</summary>
public static class CriticalJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="periods">What was found.</param>
    /// <param name="language">"en" or "fr".</param>
    public static void Write(Utf8JsonWriter writer, CriticalPeriods periods, string language)
    {
        writer.WriteString("at", periods.At.ToString());
        writer.WriteFigure("silence_days", periods.Silence.ApproximateDays);
        writer.WriteString("formula", periods.Formula.En);
        writer.WriteTexts("findings", periods.Findings().Select(finding => finding.In(language)));
        writer.WriteObjects("curves", periods.Curves, curve => Members(writer, curve));
        writer.WriteObjects("seasons", periods.Seasons, effect =>
        {
            writer.WriteString("departure", IdOf(effect.Departure));
            writer.WriteString("season", effect.Season.Id);
            writer.WriteNumber("days", effect.Days);
            Ratio(writer, "orders", effect.Orders, effect.OrdersCorrected);
            Ratio(writer, "leaving", effect.Leaving, effect.LeavingCorrected);
            Ratio(writer, "last_orders", effect.LastOrders, effect.LastOrdersCorrected);
        });
    }

    /// <summary>Weekly rates and what was usual.</summary>
    public static void Weeks(Utf8JsonWriter writer, ImmutableArray<PoissonRate> weeks, ImmutableArray<double> usual)
    {
        writer.WriteStartArray("weeks");
        for (int week = 0; week < weeks.Length; week++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("week", week + 1);
            writer.WriteNumber("events", weeks[week].Events);
            writer.WriteFigure("customer_weeks", weeks[week].Exposure);
            writer.WriteFigure("rate", weeks[week].Value);
            writer.WriteFigure("low", weeks[week].Interval?.Low);
            writer.WriteFigure("high", weeks[week].Interval?.High);
            writer.WriteFigure("usual", week < usual.Length ? usual[week] : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The word machines read.</summary>
    public static string IdOf(Departure departure) => departure switch
    {
        Departure.StoppedBuying => "stopped_buying",
        Departure.Cancelled => "cancelled",
        _ => "opted_out",
    };

    /// <summary>The word machines read.</summary>
    public static string IdOf(Milestone milestone) => milestone switch
    {
        Milestone.FirstOrder => "first_order",
        Milestone.TrialEnd => "trial_end",
        Milestone.SubscriptionStart => "subscription_start",
        Milestone.Return => "return",
        _ => "complaint",
    };

    private static void Members(Utf8JsonWriter writer, CriticalCurve curve)
    {
        writer.WriteString("departure", IdOf(curve.Departure));
        writer.WriteString("milestone", IdOf(curve.Milestone));
        writer.WriteNumber("count", curve.Count);
        writer.WriteNumber("left_at_once", curve.LeftAtOnce);
        if (curve.AtOnce is { } atOnce)
        {
            Ratio(writer, "at_once", atOnce, atOnce.Probability);
        }

        writer.WriteString("refused", curve.Refusal switch
        {
            PeakRefusal.TooFewEvents => "too_few_leavings",
            PeakRefusal.TooFewPeriods => "too_few_weeks",
            PeakRefusal.NoBaseline => "no_baseline",
            _ => null,
        });
        writer.WriteNumber("leavings_needed", curve.LeavingsNeeded);
        writer.WriteObjects("critical", curve.Peaks, peak =>
        {
            writer.WriteNumber("from_week", peak.First + 1);
            writer.WriteNumber("to_week", peak.Last + 1);
            writer.WriteNumber("leavings", peak.Events);
            writer.WriteFigure("ratio", peak.Ratio);
            writer.WriteFigure("ratio_low", peak.Interval.Low);
            writer.WriteFigure("ratio_high", peak.Interval.High);
            writer.WriteFigure("probability_by_chance", peak.Probability);
        });
        Weeks(writer, curve.Weeks, curve.Usual);
    }

    private static void Ratio(Utf8JsonWriter writer, string name, RateRatio ratio, double corrected)
    {
        writer.WriteFigure(name + "_ratio", ratio.Value);
        writer.WriteFigure(name + "_low", ratio.Interval?.Low);
        writer.WriteFigure(name + "_high", ratio.Interval?.High);
        writer.WriteFigure(name + "_probability", ratio.Value is null ? null : corrected);
    }
}
