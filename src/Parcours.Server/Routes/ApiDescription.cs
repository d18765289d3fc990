using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;

namespace Parcours.Server.Routes;

/// <summary>The description of the API, OpenAPI 3.1 at <c>/openapi.json</c>, made from the route table: who may call stands in <c>x-callers</c>.</summary>
internal static class ApiDescription
{
    internal static void AddServices(IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Parcours", Version = Version() };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(Instant) || context.JsonTypeInfo.Type == typeof(Instant?))
            {
                schema.Type = context.JsonTypeInfo.Type == typeof(Instant) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
                schema.Format = "date-time";
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Callers>().FirstOrDefault() is { } callers)
            {
                operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
                operation.Extensions["x-callers"] = new JsonNodeExtension(new JsonArray([.. CallerWords.Of(callers).Select(word => JsonValue.Create(word))]));
            }

            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "A refusal.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Problem.ContentType] = new OpenApiMediaType() },
            };
            return Task.CompletedTask;
        });
    });

    internal static void MapRoutes(RouteTable routes) => routes.Description("/openapi.json", Callers.Anyone);

    private static string Version() => typeof(ApiDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
