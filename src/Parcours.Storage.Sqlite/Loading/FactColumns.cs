using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>A run of facts as read from the store, in order of their numbers, in columns.</summary>
/// <param name="capacity">How many it may hold.</param>
internal sealed class FactColumns(int capacity)
{
    /// <summary>How many it holds.</summary>
    internal int Count { get; set; }

    /// <summary>The subject each fact belongs to.</summary>
    internal int[] Subjects { get; } = GC.AllocateUninitializedArray<int>(capacity);

    /// <summary>The facts.</summary>
    internal Fact[] Facts { get; } = GC.AllocateUninitializedArray<Fact>(capacity);

    /// <summary>Their numbers.</summary>
    internal long[] Ids { get; } = GC.AllocateUninitializedArray<long>(capacity);

    /// <summary>Their links.</summary>
    internal int[] Links { get; } = GC.AllocateUninitializedArray<int>(capacity);

    /// <summary>The first 64 bits of their message ids.</summary>
    internal long[] Hashes { get; } = GC.AllocateUninitializedArray<long>(capacity);

    /// <summary>Of each fact, its place in <see cref="Extras"/>, or -1; null when none has any.</summary>
    internal int[]? ExtraAt { get; private set; }

    /// <summary>What few facts have; actors are subjects already.</summary>
    internal List<Extra> Extras { get; } = [];

    /// <summary>Says what a fact has that most have not.</summary>
    internal void SetExtra(int index, Extra extra)
    {
        if (ExtraAt is null)
        {
            ExtraAt = GC.AllocateUninitializedArray<int>(capacity);
            Array.Fill(ExtraAt, -1);
        }

        ExtraAt[index] = Extras.Count;
        Extras.Add(extra);
    }

    /// <summary>A fact with all that is beside it.</summary>
    internal FactRow RowAt(int index)
    {
        int extra = ExtraAt is null ? -1 : ExtraAt[index];
        return new FactRow(Facts[index], Ids[index], Links[index], Hashes[index], extra < 0 ? Extra.None : Extras[extra]);
    }
}
