using System.Text.Json;
using Parcours.Domain.Flows;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Flows;

/// <summary>How machines read where those of each stage at one date stand at a later one.</summary>
public static class MatrixJson
{
    /// <summary>The rows: those not there yet, then the stages.</summary>
    public static IEnumerable<int> Rows(TimelineReading reading) => reading.Stages.Select(stage => stage.Index).Prepend(TransitionMatrix.NotYet);

    /// <summary>Writes the members of the answer.</summary>
    public static void Write(Utf8JsonWriter writer, TimelineReading reading, TransitionMatrix matrix)
    {
        reading.WriteHead(writer);
        writer.WriteString("from", matrix.From.ToString());
        writer.WriteObjects("rows", Rows(reading), row =>
        {
            writer.WriteString("from", row == TransitionMatrix.NotYet ? null : reading.Timelines.Stages[row].Id);
            writer.WriteNumber("subjects", matrix.RowTotal(row));
            writer.WriteStartObject("to");
            foreach (Stage stage in reading.Stages)
            {
                writer.WriteNumber(stage.Id, matrix[row, stage.Index]);
            }

            writer.WriteEndObject();
        });
    }
}
