using Parcours.Domain.Time;
using Parcours.Engine.Access;

namespace Parcours.Server.Access;

/// <summary>A key as answers show it: never itself, nor its hash.</summary>
internal sealed record KeyAnswer(int Id, KeyKind Kind, string Name, IReadOnlyList<string> Scopes, Instant Created, Instant? Expires, Instant? Revoked, bool Browser)
{
    internal static KeyAnswer Of(AccessKey key) => new(
        key.Id, key.Kind, key.Name, [.. key.Scopes.Select(Engine.Access.Scopes.NameOf)], key.Created,
        key.Expires == Instant.Never ? null : key.Expires, key.Revoked == Instant.Never ? null : key.Revoked, key.Browser);
}
