using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>Which facts an aggregate takes: kinds, what the word sets leave out of them, and a condition on the fact.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="Where">The condition, on the fact at a place of the fold's segment; null for none.</param>
internal sealed record FactFilter(IReadOnlyList<FactKind> Kinds, Func<int, bool>? Where)
{
    /// <summary>For each of the kinds, the flags that leave a fact of it out (a machine's click is no engagement); empty when nothing is left out.</summary>
    public IReadOnlyList<FactFlags> Excludes { get; init; } = [];

    public bool IsMoney => Kinds.Count > 0 && Kinds.All(FactKinds.IsMoney);

    /// <summary>Names the kinds and what is left out of them, to recognise the same filter.</summary>
    public string Key => string.Join(',', Kinds) + " " + string.Join(',', Excludes.Where(flags => flags != FactFlags.None));

    /// <summary>The condition with the flags folded in; null when every fact of the kinds is taken.</summary>
    public Func<int, bool>? ConditionFor(Fold fold)
    {
        if (Excludes.All(flags => flags == FactFlags.None))
        {
            return Where;
        }

        Func<int, bool> admits = Admits(fold);
        return Where is null ? admits : i => admits(i) && Where(i);
    }

    private Func<int, bool> Admits(Fold fold)
    {
        if (Excludes.Distinct().Count() == 1)
        {
            byte mask = (byte)Excludes[0];
            return i => (fold.Facts[i].ChannelAndFlags & mask) == 0;
        }

        // By kind's number: this is asked of every fact of the kinds.
        byte[] masks = new byte[(int)Kinds.Max() + 1];
        foreach ((FactKind kind, FactFlags flags) in Kinds.Zip(Excludes))
        {
            masks[(int)kind] = (byte)flags;
        }

        return i => (fold.Facts[i].ChannelAndFlags & masks[(int)fold.Facts[i].Kind]) == 0;
    }
}
