using System.Collections.Immutable;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Flows;

/// <summary>A sequence of stages that some subjects went through, and what those subjects are worth.</summary>
/// <param name="Stages">The stages in order, by <see cref="Stage.Index"/>; no two in a row are equal.</param>
/// <param name="GoesOn">Whether the sequence goes on beyond the stages shown.</param>
/// <param name="Subjects">How many subjects went through exactly it.</param>
/// <param name="Share">Their share of all subjects with a fact.</param>
/// <param name="Value">The net spend of these subjects up to the date, in minor units; null when it was not asked.</param>
public sealed record CommonPath(ImmutableArray<int> Stages, bool GoesOn, long Subjects, double Share, long? Value);
