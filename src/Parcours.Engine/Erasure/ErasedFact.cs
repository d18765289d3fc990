using Parcours.Domain.Histories;

namespace Parcours.Engine.Erasure;

/// <summary>What is left of a fact of somebody erased: the hot part, cut to the day, under a new subject. Its link text and payload go.</summary>
/// <param name="Identity">The new identity it is of.</param>
/// <param name="Row">The fact: its number as before, its link and message hash drawn at random.</param>
public readonly record struct ErasedFact(int Identity, FactRow Row);
