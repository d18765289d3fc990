using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Reports;

/// <summary>The first page: the live report.</summary>
internal static partial class ReportRoutes
{
    internal static void Map(RouteTable routes) =>
        routes.Get("/", Callers.Operators(Role.Viewer), Show).Describe("Reports", "The report of the base as it stands, as a page; lang=fr for French.");

    private static IResult Show(HttpContext context, LiveReport report, string? lang)
    {
        string html = report.Html(lang is "fr" or "en" ? lang : ReaderLanguage.Of(context.Request));
        IEnumerable<string> scripts = Scripts().Matches(html)
            .Select(match => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value)))}'").Distinct();
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src {string.Join(' ', scripts)}; frame-ancestors 'none'; base-uri 'none'";
        return TypedResults.Content(html, "text/html; charset=utf-8");
    }

    [GeneratedRegex("<script[^>]*>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();
}
