using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Flows;

/// <summary>How many times subjects moved from one stage to another.</summary>
/// <param name="From">The stage they left, by <see cref="Stage.Index"/>.</param>
/// <param name="To">The stage they entered, never the same.</param>
/// <param name="Count">Moves, not subjects: one that moved twice counts twice.</param>
public readonly record struct Transition(int From, int To, long Count);
