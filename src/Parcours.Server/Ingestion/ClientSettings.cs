using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Ingestion;

/// <summary>The settings that analytics.js and the mobile clients ask for before they start: everything goes to this server, nothing anywhere else.</summary>
internal sealed class ClientSettings(string writeKey, Uri address) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartObject("integrations");
        json.WriteStartObject("Segment.io");
        json.WriteString("apiKey", writeKey);
        json.WriteString("apiHost", address.Authority + "/v1");
        json.WriteString("protocol", address.Scheme);
        json.WriteBoolean("addBundledMetadata", true);
        Empty(json, "unbundledIntegrations", isList: true);
        Empty(json, "maybeBundledConfigIds", isList: false);
        json.WriteStartObject("versionSettings");
        json.WriteString("version", "4.4.7");
        json.WriteStartArray("componentTypes");
        json.WriteStringValue("browser");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("plan");
        foreach (string type in (ReadOnlySpan<string>)["track", "identify", "group"])
        {
            json.WriteStartObject(type);
            json.WriteStartObject("__default");
            json.WriteBoolean("enabled", true);
            Empty(json, "integrations", isList: false);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Empty(json, "edgeFunction", isList: false);
        Empty(json, "middlewareSettings", isList: false);
        Empty(json, "enabledMiddleware", isList: false);
        Empty(json, "remotePlugins", isList: true);
        json.WriteBoolean("analyticsNextEnabled", true);
        json.WriteBoolean("legacyVideoPluginsEnabled", false);
        json.WriteStartObject("metrics");
        json.WriteNumber("sampleRate", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Empty(Utf8JsonWriter json, string name, bool isList)
    {
        if (isList)
        {
            json.WriteStartArray(name);
            json.WriteEndArray();
        }
        else
        {
            json.WriteStartObject(name);
            json.WriteEndObject();
        }
    }
}
