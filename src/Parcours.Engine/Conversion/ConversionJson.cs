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
        writer.WriteTexts("path", stages.Where(stage => stage.IsOnPath).OrderBy(stage => stage.PathIndex).Select(stage => stage.Id));
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
        writer.WriteObjects("months", conversion.Months, month =>
        {
            writer.WriteString("start", Calendar.Label(month.Month, CalendarUnit.Month));
            WriteSteps(writer, stages, month.Steps);
        });
    }

    private static void WriteSteps(Utf8JsonWriter writer, ImmutableArray<Stage> stages, ImmutableArray<ConversionStep> steps, PathConversion? compared = null)
    {
        writer.WriteObjects("steps", steps, step =>
        {
            writer.WriteString("from", stages[step.Stage].Id);
            writer.WriteNumber("stays", step.Stays);
            writer.WriteNumber("succeeded", step.Succeeded);
            writer.WriteNumber("left", step.Left);
            writer.WriteNumber("running", step.Running);
            writer.WriteObjects("horizons", step.Rates, rate =>
            {
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
            });
        });
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
