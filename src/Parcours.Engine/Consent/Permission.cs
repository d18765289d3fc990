using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Engine.Consent;

/// <summary>What somebody allowed or forbade, once: for a channel and a purpose, with its proof.</summary>
/// <param name="FactId">The number of the fact that says it.</param>
/// <param name="Channel">Which channel; none for all of them.</param>
/// <param name="Purpose">What for, as <c>newsletter</c>; empty for everything.</param>
/// <param name="Given">Whether it was given; false when it was withdrawn.</param>
/// <param name="At">When.</param>
/// <param name="Proof">What the source said beside it, as a JSON object: the text shown, how it was said, where; null for nothing.</param>
public sealed record Permission(long FactId, Channel Channel, string Purpose, bool Given, Instant At, string? Proof);
