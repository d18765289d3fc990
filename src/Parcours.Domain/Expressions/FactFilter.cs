using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>Which facts an aggregate takes: kinds, what DESIGN's word sets leave out, and a condition on the fact.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="Excludes">For each kind, the flags that leave a fact out (a machine's click is no engagement).</param>
/// <param name="Where">The condition, on the fact at a place of the fold's segment; null for none.</param>
internal sealed record FactFilter(IReadOnlyList<FactKind> Kinds, FactFlags Excludes, Func<int, bool>? Where)
{
    public bool IsMoney => Kinds.Count > 0 && Kinds.All(FactKinds.IsMoney);

    /// <summary>The condition with the flags folded in; null when every fact of the kinds is taken.</summary>
    public Func<int, bool>? ConditionFor(Fold fold)
    {
        if (Excludes == FactFlags.None)
        {
            return Where;
        }

        byte mask = (byte)Excludes;
        return Where is null
            ? i => (fold.Facts[i].ChannelAndFlags & mask) == 0
            : i => (fold.Facts[i].ChannelAndFlags & mask) == 0 && Where(i);
    }
}
