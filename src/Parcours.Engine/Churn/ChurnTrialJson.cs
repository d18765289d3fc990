using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;

namespace Parcours.Engine.Churn;

/// <summary>A trial in a kept file, every figure of it, so that a choice kept says what it said when it was made.</summary>
internal static class ChurnTrialJson
{
    public static void Write(Utf8JsonWriter writer, ChurnTrial trial)
    {
        writer.WriteStartObject();
        writer.WriteString("learner", trial.Learner);
        writer.WriteNumber("learntAtMicros", trial.LearntAt.Micros);
        writer.WriteNumber("testedAtMicros", trial.TestedAt.Micros);
        if (trial.Refusal is { } refusal)
        {
            writer.WriteString("refusal", refusal.ToString());
        }

        if (trial.Measures is { } measures)
        {
            Write(writer, measures);
        }

        if (trial.Calibration is { } curve)
        {
            writer.WriteNumber("curveError", curve.Error);
            writer.WriteStartArray("calibration");
            foreach (CalibrationBin bin in curve.Bins)
            {
                WriteRow(writer, bin.Rows, bin.MeanProbability, bin.ObservedShare);
            }

            writer.WriteEndArray();
        }

        if (trial.Lift is { } lift)
        {
            writer.WriteStartArray("lift");
            foreach (LiftDecile decile in lift.Deciles)
            {
                WriteRow(writer, decile.Number, decile.Rows, decile.Outcome, decile.Rate, decile.Lift, decile.Gain, decile.CumulativeLift);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    public static ChurnTrial Read(JsonElement trial) => new(
        trial.GetProperty("learner").GetString()!,
        new Instant(trial.GetProperty("learntAtMicros").GetInt64()),
        new Instant(trial.GetProperty("testedAtMicros").GetInt64()),
        trial.TryGetProperty("rows", out _) ? Measures(trial) : null,
        trial.TryGetProperty("calibration", out JsonElement bins) ? Curve(bins, trial.GetProperty("curveError").GetDouble()) : null,
        trial.TryGetProperty("lift", out JsonElement deciles) ? new LiftTable([.. deciles.EnumerateArray().Select(Decile)]) : null,
        trial.TryGetProperty("refusal", out JsonElement refusal) ? Enum.Parse<LearningRefusal>(refusal.GetString()!) : null);

    private static void Write(Utf8JsonWriter writer, BinaryMeasures measures)
    {
        writer.WriteNumber("rows", measures.Rows);
        writer.WriteNumber("positives", measures.Positives);
        if (measures.Area is { } area)
        {
            writer.WriteNumber("auc", area.Value);
            WriteIfKnown(writer, "aucStandardError", area.StandardError);
            writer.WriteNumber("aucPositives", area.Positives);
            writer.WriteNumber("aucNegatives", area.Negatives);
        }

        writer.WriteNumber("logLoss", measures.LogLoss);
        writer.WriteNumber("brier", measures.Brier);
        writer.WriteNumber("calibrationError", measures.CalibrationError);
        WriteIfKnown(writer, "topDecileCapture", measures.TopDecileCapture);
    }

    private static BinaryMeasures Measures(JsonElement trial) => new(
        trial.GetProperty("rows").GetInt32(),
        trial.GetProperty("positives").GetInt32(),
        trial.TryGetProperty("auc", out JsonElement area)
            ? new AreaUnderCurve(area.GetDouble(), IfKnown(trial, "aucStandardError"), trial.GetProperty("aucPositives").GetInt32(), trial.GetProperty("aucNegatives").GetInt32())
            : null,
        trial.GetProperty("logLoss").GetDouble(),
        trial.GetProperty("brier").GetDouble(),
        trial.GetProperty("calibrationError").GetDouble(),
        IfKnown(trial, "topDecileCapture"));

    private static CalibrationCurve Curve(JsonElement bins, double error) => new(
        [.. bins.EnumerateArray().Select(bin => new CalibrationBin(bin[0].GetInt32(), bin[1].GetDouble(), bin[2].GetDouble()))], error);

    private static LiftDecile Decile(JsonElement row) => new(
        row[0].GetInt32(), row[1].GetInt32(), row[2].GetDouble(), row[3].GetDouble(), row[4].GetDouble(), row[5].GetDouble(), row[6].GetDouble());

    private static void WriteRow(Utf8JsonWriter writer, params ReadOnlySpan<double> values)
    {
        writer.WriteStartArray();
        foreach (double value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteIfKnown(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }

    private static double? IfKnown(JsonElement trial, string name) => trial.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : null;
}
