using Parcours.Domain.Time;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Suppressions;

/// <summary>An address that is never written to, known by its hash alone: the list outlives the person, their merges and their erasure.</summary>
/// <param name="Hash">The hash of kind and address under the workspace's secret, in hexadecimal.</param>
/// <param name="Kind">E-mail or telephone.</param>
/// <param name="Reason">Why, in a word or a sentence that names nobody.</param>
/// <param name="At">Since when.</param>
public sealed record Suppression(string Hash, IdentityKind Kind, string Reason, Instant At);
