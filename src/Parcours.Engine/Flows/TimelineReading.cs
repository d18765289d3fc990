using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Flows;

/// <summary>A lifecycle's timelines over a workspace, ready to be asked.</summary>
/// <param name="Id">The lifecycle.</param>
/// <param name="Name">Its name.</param>
/// <param name="At">The date of the answer.</param>
/// <param name="Base">The histories behind the timelines.</param>
/// <param name="Timelines">The spans, with thresholds as they stand at the date.</param>
public sealed record TimelineReading(string Id, LocalText Name, Instant At, HistoryBase Base, Timelines Timelines)
{
    /// <summary>The stages as people read them: the path first, then those off it in the order of the definition.</summary>
    public IEnumerable<Stage> Stages => Timelines.Stages.OrderBy(stage => stage.IsOnPath ? stage.PathIndex : int.MaxValue);

    /// <summary>Writes what every answer begins with.</summary>
    public void WriteHead(Utf8JsonWriter writer)
    {
        writer.WriteString("lifecycle", Id);
        writer.WriteString("at", At.ToString());
    }
}
