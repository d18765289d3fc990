using Parcours.Engine.Identity;

namespace Parcours.Engine.Ingestion;

/// <summary>A key of a person or an account.</summary>
/// <param name="Kind">What kind of key.</param>
/// <param name="Key">Normalised as its kind asks; never empty.</param>
public sealed record IncomingIdentity(IdentityKind Kind, string Key);
