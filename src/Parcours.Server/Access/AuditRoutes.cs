using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Access;

/// <summary>The audit log, to be read.</summary>
internal static class AuditRoutes
{
    internal static void Map(RouteTable routes) =>
        routes.Get("/api/audit", Callers.Operators(Role.Owner, Scope.AuditRead), Read).Describe("Audit", "Who did what, and when, the latest first. Ids only.");

    private static Results<Ok<Page<AuditEntry>>, Problem> Read(AuditLog audit, int? limit, string? cursor) =>
        Paging.Read(limit, cursor) is { } asked
            ? TypedResults.Ok(Paging.Of(audit.Read(asked.AfterNumber(long.MaxValue), asked.Limit + 1), asked, line => line.Id, line => line))
            : Paging.Refused;
}
