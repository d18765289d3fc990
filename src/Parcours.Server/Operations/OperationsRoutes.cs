using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Engine.Access;
using Parcours.Server.Routes;

namespace Parcours.Server.Operations;

/// <summary>What those who run the server ask.</summary>
internal static class OperationsRoutes
{
    internal static void Map(RouteTable routes)
    {
        routes.Get("/health", Callers.Anyone, () => TypedResults.Ok(new State("alive", null))).Describe("Operations", "Whether the process is alive.");
        routes.Get("/ready", Callers.Anyone, Ready).Describe("Operations", "Whether it can do its work: 503 and what is in the way when it cannot.");
        routes.Get("/metrics", Callers.Operators(Role.Owner, Scope.OperationsRead), Exposition.Write).Describe("Operations", "What the server measured, in the text format of Prometheus.");
    }

    private static Results<Ok<State>, JsonHttpResult<State>> Ready(Readiness readiness) => readiness.Obstacles() is { Count: > 0 } obstacles
        ? TypedResults.Json(new State("not_ready", obstacles), statusCode: StatusCodes.Status503ServiceUnavailable)
        : TypedResults.Ok(new State("ready", null));

    /// <summary>The answer of both.</summary>
    private sealed record State(string Status, IReadOnlyDictionary<string, string>? Obstacles);
}
