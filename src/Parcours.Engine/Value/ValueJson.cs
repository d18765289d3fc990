using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Predictions;
using Parcours.Statistics;
using Parcours.Statistics.Measures;

namespace Parcours.Engine.Value;

/// <summary>How machines read what customers are expected to bring. Amounts are in whole units of the currency.</summary>
public static class ValueJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date the forecast starts from.</param>
    /// <param name="value">The forecast.</param>
    /// <param name="sources">Value against the cost of acquisition; empty when no advertising spend is known.</param>
    /// <param name="backtest">The forecast of an earlier date; null when not asked for.</param>
    /// <param name="backtestAt">That date.</param>
    public static void Write(
        Utf8JsonWriter writer, HistoryBase histories, Instant at, ValueAnalysis value, IReadOnlyList<SourceValue> sources, ValueBacktest? backtest, Instant backtestAt)
    {
        writer.WriteString("at", DateOf(at, histories));
        writer.WriteNumber("horizon_days", value.Request.HorizonDays);
        writer.WriteNumber("annual_discount", value.Request.AnnualDiscount);
        writer.WriteString("currency", Currencies.CodeOf(histories.Currency));
        writer.WriteString("model", value.Purchases.Model);
        writer.WriteNumber("customers", value.Customers.Length);
        writer.WriteFigure("total", value.Customers.Length > 0 ? value.Total : null);
        Interval(writer, "total", value.TotalInterval);
        writer.WriteObjects("deciles", value.Deciles, decile =>
        {
            writer.WriteNumber("decile", decile.Number);
            writer.WriteNumber("customers", decile.Customers);
            writer.WriteFigure("value", decile.Expected);
            writer.WriteFigure("share", decile.Share);
            writer.WriteFigure("least", decile.Least);
            writer.WriteFigure("spent", decile.Spent);
        });
        Write(writer, value.Margin);
        writer.WriteObjects("sources", sources, source =>
        {
            writer.WriteString("source", source.Source);
            writer.WriteNumber("customers", source.Customers);
            writer.WriteFigure("advertising", source.Advertising);
            writer.WriteFigure("cost_per_customer", source.CostPerCustomer);
            writer.WriteFigure("spent", source.Spent);
            writer.WriteFigure("value", source.Expected);
            writer.WriteFigure("margin", source.Margin);
            writer.WriteFigure("return", source.Return);
        });
        Write(writer, backtest, DateOf(backtestAt, histories));
        Codes(writer, value.Warnings);
    }

    private static void Interval(Utf8JsonWriter writer, string name, ConfidenceInterval? interval)
    {
        writer.WriteFigure(name + "_low", interval?.Low);
        writer.WriteFigure(name + "_high", interval?.High);
    }

    private static void Write(Utf8JsonWriter writer, ValueMargin? margin)
    {
        if (margin is null)
        {
            writer.WriteNull("margin");
            return;
        }

        writer.WriteStartObject("margin");
        writer.WriteFigure("rate", margin.Rate);
        writer.WriteFigure("revenue_covered", margin.Covered);
        writer.WriteFigure("total", margin.Total);
        Interval(writer, "total", margin.TotalInterval);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ValueBacktest? test, string at)
    {
        if (test is null)
        {
            writer.WriteNull("backtest");
            return;
        }

        writer.WriteStartObject("backtest");
        writer.WriteString("at", at);
        writer.WriteNumber("window_days", test.WindowDays);
        writer.WriteNumber("customers", test.Customers);
        writer.WriteFigure("forecast", test.Model is null ? null : test.Forecast);
        writer.WriteFigure("actual", test.Model is null ? null : test.Actual);
        Write(writer, test.Model);
        writer.WriteFigure("top_decile_capture", test.TopDecileCapture);
        writer.WriteFigure("best_capture", test.BestCapture);
        writer.WriteStartObject("naive");
        Write(writer, test.Naive);
        writer.WriteFigure("top_decile_capture", test.NaiveCapture);
        writer.WriteEndObject();
        Codes(writer, test.Warnings);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ValueMeasures? measures)
    {
        writer.WriteFigure("mae", measures?.MeanAbsoluteError);
        writer.WriteFigure("rmse", measures?.RootMeanSquaredError);
        writer.WriteFigure("spearman", measures?.Spearman);
    }

    private static void Codes(Utf8JsonWriter writer, IReadOnlyList<ModelWarning> warnings)
    {
        writer.WriteTexts("warnings", warnings.Select(warning => warning.Code));
    }

    private static string DateOf(Instant at, HistoryBase histories) =>
        at.Micros <= 0 ? string.Empty : Calendar.DateOf(histories.Calendar.DayOf(at)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
