using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Backups;

/// <summary>The backups that were made, to be looked at.</summary>
internal static class BackupRoutes
{
    internal static void Map(RouteTable routes) =>
        routes.Get("/api/backups", Callers.Operators(Role.Owner, Scope.PrivacyWrite), List)
            .Describe("Privacy", "The backups that `parcours backup` made and that may still exist, each with the day on which it is to be deleted.");

    private static Results<Ok<Page<BackupAnswer>>, Problem> List(BackupShelf shelf, TimeProvider time, int? limit, string? cursor) =>
        Paging.Read(limit, cursor) is { } asked
            ? TypedResults.Ok(Paging.Of(
                shelf.List(Instant.From(time.GetUtcNow())).Where(shelved => shelved.Backup.Id > asked.AfterNumber(0)), asked, shelved => shelved.Backup.Id, BackupAnswer.Of))
            : Paging.Refused;
}
