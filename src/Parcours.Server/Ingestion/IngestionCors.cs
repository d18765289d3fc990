using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Ingestion;

/// <summary>Pages of any site may post messages and ask for the settings of their key, and nothing else: no cookie goes with it.</summary>
internal static class IngestionCors
{
    private const int LongestList = 1_000;

    private static readonly string[] Addresses = ["/v1", "/projects", "/sourceConfig"];

    /// <summary>Says so on every answer of the addresses of ingestion, refusals included: a page must be able to read why.</summary>
    internal static Task Add(HttpContext context, RequestDelegate next)
    {
        if (Addresses.Any(address => context.Request.Path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.OnStarting(static state =>
            {
                IHeaderDictionary headers = ((HttpContext)state).Response.Headers;
                headers.AccessControlAllowOrigin = "*";
                headers.AccessControlExposeHeaders = "Retry-After";
                return Task.CompletedTask;
            }, context);
        }

        return next(context);
    }

    /// <summary>What a browser asks before it posts.</summary>
    internal static IResult Preflight(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        string asked = context.Request.Headers.AccessControlRequestHeaders.ToString();
        headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        headers.AccessControlAllowHeaders = asked.Length is > 0 and <= LongestList && asked.All(IsOfName) ? asked : "Authorization, Content-Type, Content-Encoding, X-Strict-Mode";
        headers.AccessControlMaxAge = "86400";
        return Results.NoContent();
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or ',' or ' ';
}
