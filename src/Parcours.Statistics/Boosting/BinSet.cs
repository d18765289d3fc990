using System.Runtime.CompilerServices;

namespace Parcours.Statistics.Boosting;

/// <summary>A set of bins: those that go left.</summary>
[InlineArray(4)]
internal struct BinSet
{
    private ulong _first;

    public readonly bool Contains(int bin) => ((this[bin >> 6] >> (bin & 63)) & 1) != 0;

    public void Add(int bin) => this[bin >> 6] |= 1UL << (bin & 63);
}
