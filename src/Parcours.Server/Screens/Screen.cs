using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Parcours.Server.Screens;

/// <summary>A page on its way out: a component rendered once, under a policy that lets only what we serve run.</summary>
internal static class Screen
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Shows a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameters">The component's parameters by name.</param>
    /// <param name="status">The HTTP status: 422 for a form with a fault, 409 for one that came second.</param>
    internal static IResult Show<TPage>(HttpContext context, object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers["Referrer-Policy"] = "same-origin"; // a form says to us, and to nobody else, which page it was on
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>Sends the browser to a page after a form was taken.</summary>
    internal static IResult Go(string to) => new SeeOther(to);

    /// <summary>Whether an address somebody sent along is a page of ours: "//elsewhere" and "/\elsewhere" are other sites to a browser.</summary>
    internal static bool IsOurs(string? address) => address is ['/', not ('/' or '\\'), ..] or "/" && !address.Any(char.IsControl);

    private sealed record SeeOther(string To) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = To;
            return Task.CompletedTask;
        }
    }
}
