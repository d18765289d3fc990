using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;

namespace Parcours.Server.Ingestion;

/// <summary>The settings that RudderStack's library for pages asks for before it starts: a source that sends to no destination of its own, and no figures about itself.</summary>
/// <param name="key">The write key.</param>
/// <param name="text">Its text; null when a header showed it.</param>
internal sealed class RudderSettings(AccessKey key, string? text) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("source");
        json.WriteString("id", "key-" + key.Id.ToString(CultureInfo.InvariantCulture));
        json.WriteString("name", key.Name);
        json.WriteString("workspaceId", "parcours");
        json.WriteBoolean("enabled", true);
        if (text is not null)
        {
            json.WriteString("writeKey", text);
        }

        json.WriteStartObject("config");
        json.WriteStartObject("statsCollection");
        foreach (string figures in (ReadOnlySpan<string>)["errors", "metrics"])
        {
            json.WriteStartObject(figures);
            json.WriteBoolean("enabled", false);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("destinations");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
