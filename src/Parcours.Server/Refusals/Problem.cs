using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Writing;
using Parcours.Server.Access;
using Parcours.Server.Screens;
using Parcours.Web.Shell;

namespace Parcours.Server.Refusals;

/// <summary>A refusal on its way out, as <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable word for programs, in snake case.</param>
/// <param name="Detail">One sentence that says what to do, in the language the caller prefers.</param>
internal sealed record Problem(int Status, string Code, LocalText Detail) : IResult
{
    internal const string ContentType = "application/problem+json";

    /// <summary>When to come again, in seconds; null when waiting does not help.</summary>
    internal int? RetryAfterSeconds { get; init; }

    internal static Problem Unknown { get; } = new(StatusCodes.Status401Unauthorized, "not_signed_in", new(
        "Sign in, or send a key: Authorization: Bearer KEY.", "Connectez-vous, ou envoyez une clé : Authorization: Bearer CLÉ."));

    internal static Problem Forbidden { get; } = new(StatusCodes.Status403Forbidden, "not_allowed", new(
        "This key or operator may not do that.", "Cette clé ou cet utilisateur n'en a pas le droit."));

    internal static Problem NotMeant { get; } = new(StatusCodes.Status403Forbidden, "csrf", new(
        "Send the header X-CSRF-Token with the value that GET /api/session gives.", "Envoyez l'en-tête X-CSRF-Token avec la valeur donnée par GET /api/session."));

    internal static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "not_found", new(
        "There is nothing at this address.", "Il n'y a rien à cette adresse."));

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext);

    internal async Task WriteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        // Whoever reads in a browser gets a page; programs get the problem.
        if (Gate.IsPage(context.Request))
        {
            ReportLanguage language = ReportLanguage.Of(ReaderLanguage.Of(context.Request));
            await Screen.Show<ProblemPage>(context, new { Language = language, Sentence = language.Text(Detail) }, Status).ExecuteAsync(context);
            return;
        }

        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("type", $"urn:parcours:problem:{Code}");
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(Status));
        json.WriteNumber("status", Status);
        json.WriteString("code", Code);
        json.WriteString("detail", Detail.In(ReaderLanguage.Of(context.Request)));
        json.WriteEndObject();
    }
}
