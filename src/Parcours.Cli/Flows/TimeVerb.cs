using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Flows;

namespace Parcours.Cli.Flows;

/// <summary><c>lifecycle time ID</c>: how long stays in each stage last.</summary>
internal sealed class TimeVerb(Language language, TimelineReader read) : TimelineVerb(
    "time",
    language,
    read,
    new("How long stays in each stage last; those still running are not taken for finished", "Combien de temps on reste dans chaque phase ; les séjours en cours ne comptent pas comme terminés"),
    "parcours lifecycle time crm-segments --at 1998-01-01")
{
    protected override int Answer(VerbRun run, TimelineReading reading)
    {
        ImmutableArray<TimeInStage> stages = TimeInStage.Of(reading.Timelines, reading.Base.Calendar, reading.At);
        if (run.Json)
        {
            run.WriteJson(writer => Write(writer, reading, stages));
            return ExitCode.Done;
        }

        Language say = run.Language;
        var sheet = new Sheet(
            Heading(reading, new("time in stage in days", "temps passé par phase, en jours")),
            say.Say("Stage", "Phase"),
            say.Say("Ended", "Terminés"),
            say.Say("Running", "En cours"),
            say.Say("Mean of ended", "Moyenne des terminés"),
            say.Say("A quarter over by", "Un quart fini à"),
            say.Say("Half over by", "La moitié finie à"),
            say.Say("Three quarters over by", "Trois quarts finis à"));
        foreach (TimeInStage stage in reading.Stages.Select(stage => stages[stage.Index]).Where(stage => stage.Stays > 0))
        {
            sheet.Row(
                NameOf(reading, stage.Stage),
                say.Count(stage.Completed),
                say.Count(stage.Running),
                say.Number(stage.MeanCompletedDays, 0),
                Days(say, stage.FirstQuartileDays, stage.Intervals.FirstQuartile),
                Days(say, stage.MedianDays, stage.Intervals.Median),
                Days(say, stage.ThirdQuartileDays, stage.Intervals.ThirdQuartile));
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter writer, TimelineReading reading, ImmutableArray<TimeInStage> stages)
    {
        WriteHead(writer, reading);
        writer.WriteStartArray("stages");
        foreach (TimeInStage stage in reading.Stages.Select(stage => stages[stage.Index]))
        {
            writer.WriteStartObject();
            writer.WriteString("id", reading.Timelines.Stages[stage.Stage].Id);
            writer.WriteNumber("stays", stage.Stays);
            writer.WriteNumber("completed", stage.Completed);
            writer.WriteNumber("running", stage.Running);
            writer.WriteFigure("mean_completed_days", stage.MeanCompletedDays);
            writer.WriteFigure("first_quartile_days", stage.FirstQuartileDays);
            writer.WriteFigure("median_days", stage.MedianDays);
            writer.WriteFigure("third_quartile_days", stage.ThirdQuartileDays);
            Write(writer, "first_quartile", stage.Intervals.FirstQuartile);
            Write(writer, "median", stage.Intervals.Median);
            Write(writer, "third_quartile", stage.Intervals.ThirdQuartile);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, DayInterval interval)
    {
        writer.WriteFigure(name + "_low", interval.Low);
        writer.WriteFigure(name + "_high", interval.High);
    }

    // "61 (58-65)"; "61 (58-)" when the stays seen do not reach the upper end.
    private static string Days(Language say, int? days, DayInterval interval) =>
        days is null ? "–" : $"{say.Number(days, 0)} ({say.Number(interval.Low, 0)}-{(interval.High is null ? string.Empty : say.Number(interval.High, 0))})";
}
