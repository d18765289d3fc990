using System.Collections.Immutable;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Access;

/// <summary>A key as it is kept: its hash, never itself.</summary>
/// <param name="Id">Its number, from 1; 0 before it is stored. What it brought in is counted under it for ever.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">What its maker called it; may be empty.</param>
/// <param name="Hash">The SHA-256 of the key, in lower-case hexadecimal.</param>
/// <param name="Scopes">What a server key may do; empty for a write key.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">From when on it is refused; <see cref="Instant.Never"/> for never.</param>
/// <param name="Revoked">When it was revoked; <see cref="Instant.Never"/> when it was not.</param>
/// <param name="Browser">Whether it was once used from a web page: from then on it is public, for ever.</param>
public sealed record AccessKey(
    int Id, KeyKind Kind, string Name, string Hash, ImmutableArray<Scope> Scopes, Instant Created, Instant Expires, Instant Revoked, bool Browser)
{
    /// <summary>How far what it sends is believed about who is who.</summary>
    public Trust Trust => Browser ? Trust.Public : Trust.Company;

    /// <summary>Whether it opens anything at an instant.</summary>
    public bool IsValidAt(Instant now) => now < Expires && now < Revoked;
}
