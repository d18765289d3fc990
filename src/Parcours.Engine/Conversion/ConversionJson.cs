using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Conversion;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Conversion;

/// <summary>How machines read conversion. What is not estimable is null.</summary>
public static class ConversionJson
{
    /// <summary>Writes the members of the answer.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableArray<Stage> stages, PathConversion conversion)
    {
        writer.WriteStartArray("path");
        foreach (Stage stage in stages.Where(stage => stage.IsOnPath).OrderBy(stage => stage.PathIndex))
        {
            writer.WriteStringValue(stage.Id);
        }

        writer.WriteEndArray();
        writer.WriteNumber("replicates", conversion.Options.Replicates);
        writer.WriteNumber("seed", conversion.Options.Seed);
        writer.WriteNumber("minimum_followed", conversion.Options.MinimumFollowed);
        writer.WriteNumber("minimum_for_weakest", conversion.Options.MinimumForWeakest);
        WriteSteps(writer, stages, conversion.Steps, conversion);
        WriteWeakest(writer, stages, conversion.Weakest);
        if (!conversion.Options.ByMonth)
        {
            return;
        }

        writer.WriteString("by", "month");
        writer.WriteStartArray("months");
        foreach (ConversionMonth month in conversion.Months)
        {
            writer.WriteStartObject();
            writer.WriteString("start", Calendar.Label(month.Month, CalendarUnit.Month));
            WriteSteps(writer, stages, month.Steps);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter writer, ImmutableArray<Stage> stages, ImmutableArray<ConversionStep> steps, PathConversion? compared = null)
    {
        writer.WriteStartArray("steps");
        foreach (ConversionStep step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("from", stages[step.Stage].Id);
            writer.WriteNumber("stays", step.Stays);
            writer.WriteNumber("succeeded", step.Succeeded);
            writer.WriteNumber("left", step.Left);
            writer.WriteNumber("running", step.Running);
            writer.WriteStartArray("horizons");
            foreach (ConversionRate rate in step.Rates)
            {
                writer.WriteStartObject();
                writer.WriteNumber("days", rate.HorizonDays);
                writer.WriteNumber("followed", rate.Followed);
                writer.WriteFigure("converted", rate.Converted);
                writer.WriteFigure("low", rate.Low);
                writer.WriteFigure("high", rate.High);
                writer.WriteFigure("exited", rate.Exited);
                if (compared is not null)
                {
                    writer.WriteFigure("year_earlier", compared.YearEarlierOf(step, rate.HorizonDays));
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteWeakest(Utf8JsonWriter writer, ImmutableArray<Stage> stages, ConversionStep? weakest)
    {
        if (weakest is null)
        {
            writer.WriteNull("weakest");
            return;
        }

        writer.WriteStartObject("weakest");
        writer.WriteString("from", stages[weakest.Stage].Id);
        writer.WriteNumber("days", ConversionOptions.ComparedHorizon);
        writer.WriteFigure("converted", weakest.At(ConversionOptions.ComparedHorizon).Converted);
        writer.WriteEndObject();
    }
}
