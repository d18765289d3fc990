using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Parcours.Server.Routes;

/// <summary>How requests are read and answers written, the same for every endpoint.</summary>
internal static class RouteServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddRouting();
        services.ConfigureHttpJsonOptions(json =>
        {
            JsonSerializerOptions options = json.SerializerOptions;
            options.NumberHandling = JsonNumberHandling.Strict;
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow; // a misspelt member must not be taken for one left out
            options.Converters.Add(new InstantJson());
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
    }
}
