using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Ingestion;
using Parcours.Server.Refusals;

namespace Parcours.Server.Ingestion;

/// <summary>The account of a request, with the reason of each message put aside. What was not put aside is kept, whatever the status.</summary>
internal sealed class TakenAnswer(Taken taken, int status) : IResult
{
    private const int MostReasons = 100;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        string language = ReaderLanguage.Of(httpContext.Request);
        bool isRefusal = status >= StatusCodes.Status400BadRequest;
        response.StatusCode = status;
        response.ContentType = isRefusal ? Problem.ContentType : "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        if (isRefusal)
        {
            json.WriteString("type", "urn:parcours:problem:messages_put_aside");
            json.WriteString("title", "Bad Request");
            json.WriteNumber("status", status);
            json.WriteString("code", "messages_put_aside");
            json.WriteString("detail", language == "fr"
                ? "Des messages ont été mis de côté, pour les motifs indiqués ; les autres sont gardés."
                : "Some messages were put aside, for the reasons listed; the others are kept.");
        }

        json.WriteBoolean("success", !isRefusal);
        json.WriteNumber("received", taken.Counts.Received);
        json.WriteNumber("stored", taken.Counts.Stored);
        json.WriteNumber("duplicates", taken.Counts.Duplicates);
        json.WriteNumber("quarantined", taken.Counts.Quarantined);
        json.WriteStartArray("errors");
        for (int i = 0, written = 0; i < taken.Messages.Length && written < MostReasons; i++)
        {
            if (taken.Messages[i].Quarantined is { } aside)
            {
                written++;
                Write(json, i, aside, language);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, int index, Quarantined aside, string language)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteString("reason", aside.Reason);
        json.WriteString("detail", ReasonWords.In(aside.Detail, language));
        json.WriteEndObject();
    }
}
