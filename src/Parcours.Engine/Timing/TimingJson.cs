using System.Globalization;
using System.Text.Json;
using Parcours.Engine.Answers;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Timing;

/// <summary>How machines read the moment of the next order. Days are days, shares and chances 0 to 1.</summary>
public static class TimingJson
{
    /// <summary>Writes the members of the answer.</summary>
    public static void Write(Utf8JsonWriter writer, OrderTiming timing, Domain.Time.Calendar calendar)
    {
        writer.WriteString("at", timing.At.ToString());
        Refusal(writer, "moment", timing.MomentRefusal);
        if (timing.Moment is { } moment)
        {
            writer.WriteStartObject("moment");
            Members(writer, moment, withWeeks: true);
            writer.WriteEndObject();
        }

        writer.WriteObjects("categories", timing.Categories, category => Members(writer, category, withWeeks: false));
        Refusal(writer, "next_order", timing.NextRefusal);
        if (timing.Next is { } next)
        {
            writer.WriteStartObject("next_order");
            Members(writer, next, calendar);
            writer.WriteEndObject();
        }
    }

    private static void Refusal(Utf8JsonWriter writer, string name, TimingRefusal? refusal)
    {
        if (refusal is not null)
        {
            writer.WriteNull(name);
            writer.WriteString(name + "_refused", refusal.Code);
        }
    }

    private static void Members(Utf8JsonWriter writer, OrderMoment moment, bool withWeeks)
    {
        writer.WriteNumber("nth", moment.Nth);
        writer.WriteString("category", moment.Category);
        writer.WriteNumber("customers", moment.Customers);
        writer.WriteNumber("ordered", moment.Ordered);
        writer.WriteFigure("half_within_days", moment.HalfWithin);
        Window(writer, "highest", moment.Highest);
        Window(writer, "rise", moment.Rise);
        writer.WriteFigure("rise_ratio", moment.Peak?.Ratio);
        writer.WriteFigure("rise_probability_by_chance", moment.Peak?.Probability);
        writer.WriteObjects("shares", moment.Shares, row =>
        {
            (int days, double? share) = row;
            writer.WriteNumber("days", days);
            writer.WriteFigure("share", share);
        });
        if (withWeeks)
        {
            CriticalJson.Weeks(writer, moment.Weeks, moment.Usual);
        }
    }

    private static void Window(Utf8JsonWriter writer, string name, WaitWindow? window)
    {
        if (window is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("from_day", window.First);
        writer.WriteNumber("to_day", window.Last);
        writer.WriteFigure("from_low", window.FirstInterval.Low);
        writer.WriteFigure("from_high", window.FirstInterval.High);
        writer.WriteNumber("waiting", window.AtRisk);
        writer.WriteNumber("ordered", window.Came);
        writer.WriteFigure("chance", window.Chance);
        writer.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter writer, NextOrders next, Domain.Time.Calendar calendar)
    {
        NextOrderTest test = next.Test;
        writer.WriteNumber("customers", next.Customers.Length);
        writer.WriteNumber("horizon_days", test.HorizonDays);
        writer.WriteString("dated_by", test.DateBy);
        writer.WriteString("chance_by", test.ChanceBy);
        writer.WriteStartObject("test");
        writer.WriteString("at", Domain.Time.Calendar.DateOf(calendar.DayOf(test.At)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteNumber("customers", test.Customers);
        writer.WriteNumber("ordered", test.Ordered);
        writer.WriteObjects("dates", test.Methods, method =>
        {
            writer.WriteString("method", method.Id);
            writer.WriteFigure("median_error_days", method.MedianErrorDays);
            writer.WriteFigure("nearer_than_constant", method.Closer);
            writer.WriteBoolean("surely_nearer", method.Surer);
        });
        writer.WriteObjects("chances", test.Chances, method =>
        {
            writer.WriteString("method", method.Id);
            writer.WriteFigure("log_loss", method.LogLoss);
            writer.WriteFigure("brier", method.Brier);
            writer.WriteFigure("mean", method.Mean);
        });
        writer.WriteEndObject();
    }
}
