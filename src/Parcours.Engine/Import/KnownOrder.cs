namespace Parcours.Engine.Import;

/// <summary>What a store holds of one order, found by its identity and its link. Amounts are minor units.</summary>
/// <param name="Orders">How many orders share the link: more than 1 when two shops give one customer the same number; 0 when only refunds are known.</param>
/// <param name="Currency">The order's currency.</param>
/// <param name="First">What the order was worth when it was first imported.</param>
/// <param name="Adjusted">What later files changed of it, signed.</param>
/// <param name="Refunded">What was given back, 0 or more.</param>
public readonly record struct KnownOrder(int Orders, byte Currency, long First, long Adjusted, long Refunded);
