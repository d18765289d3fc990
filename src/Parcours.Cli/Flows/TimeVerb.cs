using System.Collections.Immutable;
using Parcours.Cli.Frame;
using Parcours.Domain.Flows;
using Parcours.Engine.Flows;

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
            run.WriteJson(writer => TimeJson.Write(writer, reading, stages));
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

    // "61 (58-65)"; "61 (58-)" when the stays seen do not reach the upper end.
    private static string Days(Language say, int? days, DayInterval interval) =>
        days is null ? "–" : $"{say.Number(days, 0)} ({say.Number(interval.Low, 0)}-{(interval.High is null ? string.Empty : say.Number(interval.High, 0))})";
}
