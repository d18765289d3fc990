using System.Text.Json;
using Parcours.Domain.Flows;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Lifecycles;

/// <summary>The machine's form of a lifecycle at a date. The shape is fixed; members may be added.</summary>
public static class LifecycleJson
{
    /// <summary>Writes the members of the answer.</summary>
    public static void Write(Utf8JsonWriter json, LifecycleAnalysis analysis, StageCounts counts, Transitions moves)
    {
        json.WriteString("lifecycle", analysis.Definition.Id);
        json.WriteString("at", counts.At.ToString());
        json.WriteStartObject("thresholds");
        foreach (Threshold threshold in analysis.Thresholds)
        {
            json.WriteNumber(threshold.Rule.Name + "_days", Days(threshold.At(counts.At).ApproximateDays));
        }

        json.WriteEndObject();
        json.WriteStartObject("drift");
        foreach (Threshold threshold in analysis.Thresholds)
        {
            if (ThresholdDrift.Of(threshold, counts.At) is { } drift)
            {
                json.WriteStartObject(threshold.Rule.Name);
                json.WriteNumber("adopted_days", Days(drift.AdoptedDays));
                json.WriteNumber("rhythm_days", Days(drift.RhythmDays));
                json.WriteNumber("change", Days(drift.Share));
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
        json.WriteNumber("subjects", counts.Subjects);
        json.WriteObjects("stages", InPathOrder(analysis.Definition), stage =>
        {
            json.WriteString("id", stage.Id);
            json.WriteNumber("subjects", counts.PerStage[stage.Index]);
        });
        json.WriteObjects("transitions", moves.All, move =>
        {
            json.WriteString("from", analysis.Timelines.Stages[move.From].Id);
            json.WriteString("to", analysis.Timelines.Stages[move.To].Id);
            json.WriteNumber("count", move.Count);
        });
    }

    /// <summary>The path first, then the stages off it in the order of the definition.</summary>
    public static IEnumerable<Stage> InPathOrder(LifecycleDefinition definition) =>
        definition.Path.Select(index => definition.Stages[index]).Concat(definition.Stages.Where(stage => !stage.IsOnPath));

    /// <summary>Days as printed: enough digits to tell microseconds apart, none that only show how doubles are kept.</summary>
    public static double Days(double days) => Math.Round(days, 6);
}
