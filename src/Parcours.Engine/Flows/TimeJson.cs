using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Flows;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Flows;

/// <summary>How machines read the time spent in each stage.</summary>
public static class TimeJson
{
    /// <summary>Writes the members of the answer.</summary>
    public static void Write(Utf8JsonWriter writer, TimelineReading reading, ImmutableArray<TimeInStage> stages)
    {
        reading.WriteHead(writer);
        writer.WriteObjects("stages", reading.Stages.Select(stage => stages[stage.Index]), stage =>
        {
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
        });
    }

    private static void Write(Utf8JsonWriter writer, string name, DayInterval interval)
    {
        writer.WriteFigure(name + "_low", interval.Low);
        writer.WriteFigure(name + "_high", interval.High);
    }
}
