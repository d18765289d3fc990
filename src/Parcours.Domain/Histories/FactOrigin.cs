using Parcours.Domain.Time;

namespace Parcours.Domain.Histories;

/// <summary>What the store keeps of a fact for its order, and memory does not: asked only where two facts tie.</summary>
/// <param name="At">The instant it was stored with: for an undated fact, not where it stands.</param>
/// <param name="MessageHash">The first 64 bits of its message id.</param>
public readonly record struct FactOrigin(Instant At, long MessageHash);
