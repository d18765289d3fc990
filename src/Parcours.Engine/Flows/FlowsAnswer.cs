using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Flows;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Flows;

/// <summary>What <c>lifecycle flows</c> found, and how machines read it.</summary>
/// <param name="Flows">One for each stage.</param>
/// <param name="Moves">The moves of the window.</param>
/// <param name="Upcoming">The changes to come; null when a fact follows the date.</param>
/// <param name="Series">The counts over time; null when not asked.</param>
public sealed record FlowsAnswer(ImmutableArray<StageFlow> Flows, Transitions Moves, UpcomingChanges? Upcoming, StageSeries? Series)
{
    /// <summary>Writes the members of the answer.</summary>
    public void Write(Utf8JsonWriter writer, TimelineReading reading)
    {
        ImmutableArray<Stage> stages = reading.Timelines.Stages;
        writer.WriteString("from", Moves.From == Instant.Beginning ? null : Moves.From.ToString());
        writer.WriteNumber("subjects", Flows.Sum(flow => flow.After));
        writer.WriteStartArray("stages");
        foreach (Stage stage in reading.Stages)
        {
            StageFlow flow = Flows[stage.Index];
            writer.WriteStartObject();
            writer.WriteString("id", stage.Id);
            writer.WriteNumber("before", flow.Before);
            writer.WriteNumber("entries", flow.Entries);
            writer.WriteNumber("in", flow.In);
            writer.WriteNumber("out", flow.Out);
            writer.WriteNumber("after", flow.After);
            writer.WriteNumber("net", flow.Net);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteMoves(writer, Moves.All, stages);
        if (Series is not null)
        {
            WriteSeries(writer, Series, reading);
        }

        WriteUpcoming(writer, stages);
    }

    private static void WriteMoves(Utf8JsonWriter writer, IEnumerable<Transition> moves, ImmutableArray<Stage> stages)
    {
        writer.WriteObjects("transitions", moves, move =>
        {
            writer.WriteString("from", stages[move.From].Id);
            writer.WriteString("to", stages[move.To].Id);
            writer.WriteNumber("count", move.Count);
        });
    }

    private static void WriteSeries(Utf8JsonWriter writer, StageSeries series, TimelineReading reading)
    {
        writer.WriteString("by", series.Unit.ToString().ToLowerInvariant());
        writer.WriteObjects("series", series.Points, point =>
        {
            writer.WriteString("date", point.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteString("at", point.At.ToString());
            writer.WriteStartObject("subjects");
            foreach (Stage stage in reading.Stages)
            {
                writer.WriteNumber(stage.Id, point.PerStage[stage.Index]);
            }

            writer.WriteEndObject();
        });
    }

    private void WriteUpcoming(Utf8JsonWriter writer, ImmutableArray<Stage> stages)
    {
        if (Upcoming is null)
        {
            writer.WriteNull("upcoming");
            return;
        }

        writer.WriteStartObject("upcoming");
        writer.WriteNumber("days", Upcoming.Days);
        writer.WriteNumber("subjects", Upcoming.Subjects);
        WriteMoves(writer, Upcoming.Transitions, stages);
        writer.WriteStartArray("per_day");
        foreach (long count in Upcoming.PerDay)
        {
            writer.WriteNumberValue(count);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
