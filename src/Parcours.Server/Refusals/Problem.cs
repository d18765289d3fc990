using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Refusals;

/// <summary>A refusal on its way out, as <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable word for programs, in snake case.</param>
/// <param name="Detail">One English sentence that says what to do.</param>
internal sealed record Problem(int Status, string Code, string Detail) : IResult
{
    /// <summary>When to come again, in seconds; null when waiting does not help.</summary>
    internal int? RetryAfterSeconds { get; init; }

    internal static Problem Unknown { get; } =
        new(StatusCodes.Status401Unauthorized, "not_signed_in", "Sign in, or send a key: Authorization: Bearer KEY.");

    internal static Problem Forbidden { get; } =
        new(StatusCodes.Status403Forbidden, "not_allowed", "This key or operator may not do that.");

    internal static Problem NotFound { get; } =
        new(StatusCodes.Status404NotFound, "not_found", "There is nothing at this address.");

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext);

    internal async Task WriteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("type", $"urn:parcours:problem:{Code}");
        json.WriteString("title", Title(Status));
        json.WriteNumber("status", Status);
        json.WriteString("code", Code);
        json.WriteString("detail", Detail);
        json.WriteEndObject();
    }

    private static string Title(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
