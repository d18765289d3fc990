using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Server.Screens;

namespace Parcours.Server.Access;

/// <summary>Leads people who must sign in, first or again, to the page that does it, and from there back to where they were; programs are told 401.</summary>
internal static class SignInDetour
{
    /// <summary>Answers a request of nobody known.</summary>
    internal static Task TakeAsync(HttpContext context, RouteEndpoint endpoint)
    {
        HttpRequest request = context.Request;
        bool hadSession = SessionCookie.TokenIn(request) is not null;
        if (request.Headers["HX-Request"] == "true")
        {
            // A part of a page: the script leaves the page as a whole.
            context.Response.Headers["HX-Redirect"] = AccessPages.SignInAddress(PageOf(request, request.Headers["HX-Current-URL"].ToString()), hasEnded: true);
            return Problem.Unknown.WriteAsync(context);
        }

        if (Gate.IsPage(request))
        {
            context.Response.Redirect(AccessPages.SignInAddress(request.Path + request.QueryString, hadSession));
            return Task.CompletedTask;
        }

        return endpoint.Metadata.GetMetadata<RouteWords.PageForm>() is not null && request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.Ordinal)
            ? Screen.Go(AccessPages.SignInAddress(PageOf(request, request.Headers.Referer.ToString()), hasEnded: true)).ExecuteAsync(context)
            : Problem.Unknown.WriteAsync(context);
    }

    // The page a form or a part was on; the first page when the browser does not say, or names another site's.
    private static string PageOf(HttpRequest request, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? page) && page.Authority == request.Host.Value && Screen.IsOurs(page.PathAndQuery) ? page.PathAndQuery : "/";
}
