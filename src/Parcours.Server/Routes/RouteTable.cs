using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Parcours.Engine.Access;

namespace Parcours.Server.Routes;

/// <summary>
/// The one table of endpoints. Each line says who may call: there is no way to add an endpoint without it, and one that came in another way stops the start.
/// </summary>
internal sealed class RouteTable(IEndpointRouteBuilder endpoints)
{
    /// <summary>An endpoint that only looks.</summary>
    internal RouteHandlerBuilder Get(string pattern, Callers callers, Delegate handler) => Map(HttpMethods.Get, pattern, callers, handler);

    /// <summary>An endpoint that makes something.</summary>
    internal RouteHandlerBuilder Post(string pattern, Callers callers, Delegate handler) => Map(HttpMethods.Post, pattern, callers, handler);

    /// <summary>An endpoint that replaces something.</summary>
    internal RouteHandlerBuilder Put(string pattern, Callers callers, Delegate handler) => Map(HttpMethods.Put, pattern, callers, handler);

    /// <summary>An endpoint that changes a part of something.</summary>
    internal RouteHandlerBuilder Patch(string pattern, Callers callers, Delegate handler) => Map(HttpMethods.Patch, pattern, callers, handler);

    /// <summary>An endpoint that takes something away.</summary>
    internal RouteHandlerBuilder Delete(string pattern, Callers callers, Delegate handler) => Map(HttpMethods.Delete, pattern, callers, handler);

    /// <summary>An endpoint of any method, as OPTIONS.</summary>
    internal RouteHandlerBuilder Map(string method, string pattern, Callers callers, Delegate handler)
    {
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = endpoints.ServiceProvider,
            RouteParameterNames = RoutePatternFactory.Parse(pattern).Parameters.Select(parameter => parameter.Name),
            ThrowOnBadRequest = true, // so that the refusal can say where the body is wrong
            DisableInferBodyFromParameters = !HttpMethods.IsPost(method) && !HttpMethods.IsPut(method) && !HttpMethods.IsPatch(method),
        };
        RequestDelegateMetadataResult inferred = RequestDelegateFactory.InferMetadata(handler.Method, options);

        // What reads a handler's arguments is compiled when it is first called: hundreds of them would hold up the first request of a start.
        var called = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, inferred).RequestDelegate);
        IEndpointConventionBuilder built = endpoints.MapMethods(pattern, [method], context => called.Value(context))
            .WithMetadata([handler.Method, .. inferred.EndpointMetadata, callers]);
        return new RouteHandlerBuilder([built]);
    }

    /// <summary>The description of all the others.</summary>
    internal void Description(string pattern, Callers callers) => endpoints.MapOpenApi(pattern).WithMetadata(callers);

    /// <summary>The endpoints, in the order of their patterns.</summary>
    /// <exception cref="InvalidOperationException">One does not say who may call it.</exception>
    internal IReadOnlyList<Route> Checked() =>
    [
        .. from endpoint in endpoints.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           let callers = endpoint.Metadata.GetMetadata<Callers>()
               ?? throw new InvalidOperationException($"The endpoint {endpoint.RoutePattern.RawText} does not say who may call it.")
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
           orderby endpoint.RoutePattern.RawText, method
           select new Route(method, endpoint.RoutePattern.RawText!, callers),
    ];
}
