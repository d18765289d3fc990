using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Access;

/// <summary>Signing out from a page: a form that needs no script.</summary>
internal static class SignOutRoutes
{
    internal static void Map(RouteTable routes) => routes.Post("/sign-out", Callers.Anyone, SignOut).EvenOnFullDisk().ExcludeFromDescription();

    // Whoever comes without a session is signed out already.
    private static IResult SignOut(HttpContext context, Sessions sessions)
    {
        if (!SessionCookie.IsFromOurPage(context.Request))
        {
            return Problem.Forbidden;
        }

        if (SessionCookie.TokenIn(context.Request) is { } token && sessions.Find(token) is { } signedIn)
        {
            sessions.SignOut(signedIn);
        }

        SessionCookie.Clear(context);
        context.Response.Headers.Location = "/sign-in";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
