using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Access;

/// <summary>Keys: made, listed, revoked.</summary>
internal static class KeyRoutes
{
    private static readonly Callers _owners = Callers.Operators(Role.Owner, Scope.KeysWrite);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/keys", _owners, List).Describe("Keys", "All keys ever made, by number.");
        routes.Post("/api/keys", _owners, Create).Describe("Keys", "Makes a key. The answer is the only one that shows it.").ShowsSecret();
        routes.Delete("/api/keys/{id:int}", _owners, Revoke).Describe("Keys", "Revokes a key: from now on it opens nothing.");
    }

    private static Results<Tagged<Page<KeyAnswer>>, Problem> List(AccessKeys keys, int? limit, string? cursor) =>
        Paging.Read(limit, cursor) is { } asked
            ? new Tagged<Page<KeyAnswer>>(Paging.Of(keys.List().Where(key => key.Id > asked.AfterNumber(0)), asked, key => key.Id, KeyAnswer.Of))
            : Paging.Refused;

    private static Created<NewKeyAnswer> Create(KeyAsked asked, AccessKeys keys, HttpContext context)
    {
        Caller by = context.Caller();
        var request = new KeyRequest(asked.Kind, asked.Name ?? string.Empty, Scopes.Listed(asked.Scopes ?? []), asked.Expires ?? Instant.Never);
        MustNotExceed(by, request);
        NewKey made = keys.Create(request, by);
        return TypedResults.Created($"/api/keys/{made.Key.Id}", NewKeyAnswer.Of(made));
    }

    private static Ok<KeyAnswer> Revoke(int id, AccessKeys keys, HttpContext context) => TypedResults.Ok(KeyAnswer.Of(keys.Revoke(id, context.Caller())));

    // A key must not make itself a stronger one.
    private static void MustNotExceed(Caller by, KeyRequest request)
    {
        if (by is Caller.Keyed { Key: { } key } && request.Scopes.Any(name => !Scopes.TryParse(name, out Scope scope) || !key.Scopes.Contains(scope)))
        {
            throw new AccessException(new AccessRefusal.ScopeNotHeld());
        }
    }

    /// <summary>What is asked of a new key.</summary>
    /// <param name="Kind">write or server.</param>
    /// <param name="Name">What its maker calls it.</param>
    /// <param name="Scopes">What a server key may do; a text may name several, with commas between.</param>
    /// <param name="Expires">From when on it is refused.</param>
    internal sealed record KeyAsked(KeyKind Kind, string? Name = null, IReadOnlyList<string>? Scopes = null, Instant? Expires = null);
}
