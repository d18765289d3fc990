using System.Text.Json;
using Parcours.Engine.Live;
using Parcours.Server.Live;

namespace Parcours.Server.Webhooks;

/// <summary>What is sent: a type, when it happened, and the data.</summary>
internal static class WebhookMessage
{
    /// <summary>The id of the message of a transition: the same each time it is sent, so that who has it knows.</summary>
    internal static string IdOf(TransitionRow row) => FormattableString.Invariant($"transition_{row.Id}");

    /// <summary>The message of a transition.</summary>
    internal static byte[] Of(TransitionRow row) => Write("transition.announced", row.AnnouncedAt.ToString(), json =>
    {
        json.WriteNumber("id", row.Id);
        string? segment = TransitionAnswer.SegmentOf(row);
        json.WriteString("kind", segment is null ? "stage" : "segment");
        json.WriteString(segment is null ? "lifecycle" : "segment", segment ?? row.Lifecycle);
        json.WriteString("customer", row.Subject);
        json.WriteString("from", row.From);
        json.WriteString("to", row.To);
        json.WriteString("at", row.At.ToString());
        json.WriteString("announcedAt", row.AnnouncedAt.ToString());
        json.WriteString("reason", row.Reason);
    });

    /// <summary>The message of a test.</summary>
    internal static byte[] Test(string at) => Write("test", at, _ => { });

    private static byte[] Write(string type, string timestamp, Action<Utf8JsonWriter> data)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("timestamp", timestamp);
            json.WriteStartObject("data");
            data(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.ToArray();
    }
}
