using System.Runtime.InteropServices;

namespace Parcours.Domain.Histories;

/// <summary>Runs of facts that are each in the order of facts already, made into one.</summary>
public static class FactRuns
{
    /// <summary>Merges two runs.</summary>
    /// <param name="one">A run. A message hash of 0 is unknown, and asked of the store where it decides.</param>
    /// <param name="other">Another.</param>
    /// <param name="originOf">The origin of a fact, by its store sequence.</param>
    /// <param name="merged">Where the merged run goes, after what is there.</param>
    public static void Merge(List<FactRow> one, List<FactRow> other, Func<long, FactOrigin> originOf, List<FactRow> merged)
    {
        Span<FactRow> left = CollectionsMarshal.AsSpan(one);
        Span<FactRow> right = CollectionsMarshal.AsSpan(other);
        merged.EnsureCapacity(merged.Count + left.Length + right.Length);
        int l = 0;
        int r = 0;
        while (l < left.Length && r < right.Length)
        {
            merged.Add(Compare(ref left[l], ref right[r], originOf) <= 0 ? left[l++] : right[r++]);
        }

        merged.AddRange(left[l..]);
        merged.AddRange(right[r..]);
    }

    private static int Compare(ref FactRow left, ref FactRow right, Func<long, FactOrigin> originOf)
    {
        int order = left.Fact.At.CompareTo(right.Fact.At);
        order = order != 0 ? order : ((ushort)left.Fact.Kind).CompareTo((ushort)right.Fact.Kind);
        if (order != 0)
        {
            return order;
        }

        Know(ref left, originOf);
        Know(ref right, originOf);
        return left.CompareTo(right);
    }

    private static void Know(ref FactRow row, Func<long, FactOrigin> originOf)
    {
        if (row.MessageHash == 0)
        {
            row = row with { MessageHash = originOf(row.FactId).MessageHash };
        }
    }
}
