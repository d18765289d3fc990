using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Consent;
using Parcours.Engine.Customers;
using Parcours.Engine.Identity;
using Parcours.Engine.Live;
using Parcours.Engine.Suppressions;

namespace Parcours.Server.Consent;

/// <summary>Everything that is held about a person, to be handed to them (GDPR, articles 15 and 20): members for machines, each with a heading for people.</summary>
internal sealed record PersonExport(
    IReadOnlyList<(IdentityKind Kind, string Key)> Keys, IReadOnlyList<FactLine> Facts, IReadOnlyList<Permission> Permissions, IReadOnlyList<TransitionRow> Transitions,
    IReadOnlyList<Suppression> Suppressions)
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal string ToJson(string language, Instant now)
    {
        string Say(string english, string french) => language == "fr" ? french : english;
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, _options))
        {
            json.WriteStartObject();
            json.WriteString("heading", Say("Everything held about you", "Tout ce qui est conservé sur vous"));
            json.WriteString("exportedAt", now.ToString());
            Section(json, "keys", Say("What you are known by", "Ce qui vous désigne"), Keys, key =>
            {
                json.WriteString("kind", key.Kind.ToString().ToLowerInvariant());
                json.WriteString("key", key.Key);
            });
            Section(json, "consent", Say("What you allowed and refused", "Ce que vous avez accepté et refusé"), Permissions, said =>
            {
                json.WriteString("channel", said.Channel.ToString().ToLowerInvariant());
                json.WriteString("purpose", said.Purpose);
                json.WriteBoolean("given", said.Given);
                json.WriteString("at", said.At.ToString());
                if (said.Proof is { } proof)
                {
                    json.WritePropertyName("proof");
                    json.WriteRawValue(proof);
                }
            });
            json.WriteStartObject("facts");
            json.WriteString("heading", Say("What happened", "Ce qui s'est passé"));
            json.WriteStartArray("items");
            foreach (FactLine fact in Facts)
            {
                CustomerJson.Write(json, fact);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            Section(json, "transitions", Say("How we classed you, and why", "Comment nous vous avons classé, et pourquoi"), Transitions, row =>
            {
                json.WriteString("lifecycle", row.Lifecycle);
                json.WriteString("from", row.From);
                json.WriteString("to", row.To);
                json.WriteString("at", row.At.ToString());
                json.WriteString("reason", row.Reason);
            });
            Section(json, "suppressions", Say("Addresses we never write to", "Adresses auxquelles nous n'écrivons jamais"), Suppressions, one =>
            {
                json.WriteString("kind", one.Kind.ToString().ToLowerInvariant());
                json.WriteString("reason", one.Reason);
                json.WriteString("since", one.At.ToString());
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Section<T>(Utf8JsonWriter json, string name, string heading, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartObject(name);
        json.WriteString("heading", heading);
        json.WriteObjects("items", items, write);
        json.WriteEndObject();
    }
}
