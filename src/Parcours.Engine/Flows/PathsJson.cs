using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Flows;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Flows;

/// <summary>How machines read the commonest sequences of stages.</summary>
public static class PathsJson
{
    /// <summary>Writes the members of the answer.</summary>
    public static void Write(Utf8JsonWriter writer, TimelineReading reading, CommonPaths paths)
    {
        reading.WriteHead(writer);
        writer.WriteNumber("subjects", paths.Subjects);
        writer.WriteNumber("distinct", paths.Distinct);
        writer.WriteString("currency", Currencies.CodeOf(reading.Base.Currency));
        writer.WriteObjects("paths", paths.Top, path =>
        {
            writer.WriteStartArray("stages");
            foreach (int stage in path.Stages)
            {
                writer.WriteStringValue(reading.Timelines.Stages[stage].Id);
            }

            writer.WriteEndArray();
            writer.WriteBoolean("goes_on", path.GoesOn);
            writer.WriteNumber("subjects", path.Subjects);
            writer.WriteFigure("share", path.Share);
            writer.WriteAmount("value", path.Value ?? 0, reading.Base.Currency);
        });
    }
}
