using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Reports;

/// <summary>The report of the live base, as one page to keep or send.</summary>
internal static class ReportRoutes
{
    internal static void Map(RouteTable routes) => routes.Get("/report", Callers.Operators(Role.Viewer), Show).ExcludeFromDescription();

    private static IResult Show(HttpContext context, LiveReport report)
    {
        // The page itself says what it may run, by the hashes of what lies in it.
        context.Response.Headers.ContentSecurityPolicy = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return TypedResults.Content(report.Html(ReaderLanguage.Of(context.Request)), "text/html; charset=utf-8");
    }
}
