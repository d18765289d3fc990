using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;

namespace Parcours.Server.Access;

/// <summary>Lets in only those whom the endpoint names.</summary>
internal static class Gate
{
    internal static Task Check(HttpContext context, RequestDelegate next)
    {
        // What routing itself answers (no such address, no such method) is no endpoint of ours.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(context);
        }

        Callers callers = endpoint.Metadata.GetMetadata<Callers>()
            ?? throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} does not say who may call it.");
        Caller caller = context.Features.Get<ByOwnerSocket>() is null ? Caller.Nobody.Known : Caller.LocalOwner.Known;
        context.Features.Set(caller);
        return callers.Admit(caller) switch
        {
            Admission.Admitted => next(context),
            Admission.Unknown => Problem.Unknown.WriteAsync(context),
            _ => Problem.Forbidden.WriteAsync(context),
        };
    }
}
