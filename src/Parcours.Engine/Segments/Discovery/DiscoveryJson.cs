using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Answers;
using Parcours.Statistics.Clusters;

namespace Parcours.Engine.Segments.Discovery;

/// <summary>The machine's form of what was found. Amounts are in whole units of the base's currency, delays in days.</summary>
public static class DiscoveryJson
{
    /// <summary>Writes the members of an answer.</summary>
    public static void Write(Utf8JsonWriter json, SegmentDiscovery found)
    {
        json.WriteString("at", found.At.ToString());
        json.WriteString("subject", found.Subject == SubjectType.Account ? "account" : "customer");
        json.WriteNumber("buyers", found.Buyers);
        json.WriteNumber("sampled", found.Sampled);
        json.WriteBoolean("too_few", found.IsTooFew);
        json.WriteStartArray("tried");
        foreach (GroupCountTried tried in found.Count.Tried)
        {
            json.WriteStartObject();
            json.WriteNumber("groups", tried.Groups);
            json.WriteFigure("stability", tried.Stability);
            json.WriteFigure("silhouette", tried.Silhouette);
            json.WriteFigure("chance", tried.Chance);
            json.WriteBoolean("stands_out", tried.StandsOut);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Indicators(json, found, "means", found.Means);
        json.WriteStartArray("groups");
        foreach (DiscoveredGroup group in found.Groups)
        {
            Group(json, found, group);
        }

        json.WriteEndArray();
    }

    private static void Group(Utf8JsonWriter json, SegmentDiscovery found, DiscoveredGroup group)
    {
        json.WriteStartObject();
        Local(json, group.Name);
        json.WriteNumber("size", group.Size);
        json.WriteFigure("share", group.Share);
        json.WriteFigure("homogeneity", group.Homogeneity);
        Indicators(json, found, "centre", group.Centre);
        Indicators(json, found, "standing", [.. group.Standing.Select(standing => (double?)standing)]);
        json.WriteStartObject("rule");
        json.WriteString("where", group.Rule.Where);
        json.WriteNumber("members", group.Rule.Members);
        json.WriteFigure("precision", group.Rule.Precision);
        json.WriteFigure("recall", group.Rule.Recall);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Indicators(Utf8JsonWriter json, SegmentDiscovery found, string name, IReadOnlyList<double?> values)
    {
        json.WriteStartObject(name);
        for (int i = 0; i < values.Count; i++)
        {
            json.WriteFigure(found.Indicators[i].Feature.Id, values[i]);
        }

        json.WriteEndObject();
    }

    private static void Local(Utf8JsonWriter json, LocalText name)
    {
        json.WriteStartObject("name");
        json.WriteString("en", name.En);
        json.WriteString("fr", name.Fr);
        json.WriteEndObject();
    }
}
