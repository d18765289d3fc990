using System.Collections.Immutable;

namespace Parcours.Engine.Erasure;

/// <summary>Somebody who is erased.</summary>
/// <param name="Identities">The identities they had: each keeps its number, without its key.</param>
/// <param name="Successor">The number of the new identity that the figures go on under.</param>
/// <param name="SuccessorKey">Its key: random.</param>
public sealed record ErasedPerson(ImmutableArray<int> Identities, int Successor, string SuccessorKey)
{
    /// <summary>What stands in the place of the key of an identity that was erased.</summary>
    public static string EmptyKeyOf(int identity) => FormattableString.Invariant($"erased-{identity}");
}
