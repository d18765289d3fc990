using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Answers;
using Parcours.Engine.Segments;
using Parcours.Server.Answers;
using Parcours.Server.Refusals;

namespace Parcours.Server.Segments;

/// <summary>A refusal about a segment: the problem, with the places of errors, or with the text that somebody else saved meanwhile.</summary>
/// <param name="Refusal">What was refused, and why.</param>
/// <param name="Tag">The tag of the current text; null when there is none.</param>
internal sealed record SegmentRefused(SegmentRefusal Refusal, string? Tag) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Refusal switch
        {
            SegmentRefusal.Unknown => StatusCodes.Status404NotFound,
            SegmentRefusal.Changed => StatusCodes.Status412PreconditionFailed,
            SegmentRefusal.Read => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        response.ContentType = Problem.ContentType;
        if (Tag is not null)
        {
            response.Headers.ETag = SegmentShown.Quoted(Tag);
        }

        byte[] body = JsonBytes.Of(json => Write(json, httpContext, response.StatusCode));
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
    }

    private void Write(Utf8JsonWriter json, HttpContext context, int status)
    {
        json.WriteString("type", $"urn:parcours:problem:{Refusal.Code}");
        json.WriteNumber("status", status);
        json.WriteString("code", Refusal.Code);
        json.WriteString("detail", Refusal.Sentence.In(ReaderLanguage.Of(context.Request)));
        switch (Refusal)
        {
            case SegmentRefusal.Invalid invalid:
                json.WriteErrors(invalid.Errors);
                break;
            case SegmentRefusal.Changed changed:
                json.WriteString("current", changed.Current);
                break;
            case SegmentRefusal.Read read:
                json.WriteTexts("by", read.By);
                break;
            default:
                break;
        }
    }
}
