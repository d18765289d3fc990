using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>What is asked of a new key.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">What its maker calls it; may be empty.</param>
/// <param name="Scopes">The names of what a server key may do.</param>
/// <param name="Expires">From when on it is refused; <see cref="Instant.Never"/> for never.</param>
public sealed record KeyRequest(KeyKind Kind, string Name, IReadOnlyList<string> Scopes, Instant Expires);
