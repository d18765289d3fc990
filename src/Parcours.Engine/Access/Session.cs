using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>An operator's stay, as it is kept.</summary>
/// <param name="Hash">The SHA-256 of what the browser holds.</param>
/// <param name="OperatorId">Whose.</param>
/// <param name="Created">Since when.</param>
/// <param name="Expires">Until when.</param>
public sealed record Session(string Hash, int OperatorId, Instant Created, Instant Expires);
