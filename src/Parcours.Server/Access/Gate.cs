using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Access;

/// <summary>Lets in only those whom the endpoint names.</summary>
internal static class Gate
{
    internal static async Task Check(HttpContext context, RequestDelegate next)
    {
        // What routing itself answers (no such address, no such method) is no endpoint of ours.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        Callers callers = endpoint.Metadata.GetMetadata<Callers>()
            ?? throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} does not say who may call it.");
        Caller caller = CallerReading.Read(context, callers);
        context.Features.Set(caller);
        Admission admission = callers.Admit(caller);
        if (admission == Admission.Unknown)
        {
            await SignInDetour.TakeAsync(context, endpoint);
        }
        else if (admission == Admission.Forbidden)
        {
            await Problem.Forbidden.WriteAsync(context);
        }
        else if (caller is Caller.SignedIn && !IsRead(context.Request.Method) && !SessionCookie.IsMeant(context.Request) && !IsSentByPage(endpoint, context.Request))
        {
            await Problem.NotMeant.WriteAsync(context);
        }
        else
        {
            await next(context);
            MustBeClaimed(context, callers);
        }
    }

    internal static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A form of ours cannot send a header where scripts are off: the browser itself says which page sent it.
    private static bool IsSentByPage(RouteEndpoint endpoint, HttpRequest request) =>
        endpoint.Metadata.GetMetadata<RouteWords.PageForm>() is not null && SessionCookie.IsSurelyFromOurPage(request);

    internal static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.Ordinal);

    // An endpoint that looks for the key itself and forgot to would let everybody in.
    private static void MustBeClaimed(HttpContext context, Callers callers)
    {
        if (callers.KeyMayBeInBody && context.Caller() is Caller.Nobody && context.Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            throw new InvalidOperationException("The endpoint answered a caller whose key it did not look for.");
        }
    }
}
