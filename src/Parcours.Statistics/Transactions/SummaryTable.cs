namespace Parcours.Statistics.Transactions;

/// <summary>Counts equal summaries by their exact bits: open addressing, a power of two of slots, at most half of them taken.</summary>
internal sealed class SummaryTable
{
    private int[] _slots = new int[1 << 16];
    private PurchaseSummary[] _summaries = new PurchaseSummary[1 << 15];
    private long[] _weights = new long[1 << 15];
    private int _count;

    /// <summary>The distinct summaries, in the order they were met.</summary>
    public PurchaseSummary[] Summaries => _summaries[.._count];

    /// <summary>The weight of each.</summary>
    public long[] Weights => _weights[.._count];

    /// <summary>Adds a weight to a summary; gives its place.</summary>
    public int Add(in PurchaseSummary summary, long weight)
    {
        int mask = _slots.Length - 1;
        int slot = Hash(summary) & mask;
        while (_slots[slot] is var taken and > 0)
        {
            ref PurchaseSummary other = ref _summaries[taken - 1];
            if (other.Frequency == summary.Frequency && other.Recency == summary.Recency && other.Age == summary.Age)
            {
                _weights[taken - 1] += weight;
                return taken - 1;
            }

            slot = (slot + 1) & mask;
        }

        if (_count == _summaries.Length)
        {
            Grow();
            return Add(summary, weight);
        }

        _summaries[_count] = summary;
        _weights[_count] = weight;
        _slots[slot] = ++_count;
        return _count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _summaries, _count * 2);
        Array.Resize(ref _weights, _count * 2);
        _slots = new int[_count * 4];
        int mask = _slots.Length - 1;
        for (int i = 0; i < _count; i++)
        {
            int slot = Hash(_summaries[i]) & mask;
            while (_slots[slot] > 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = i + 1;
        }
    }

    private static int Hash(in PurchaseSummary summary)
    {
        // Adding zero turns -0 into 0, which equals it.
        ulong mixed = (BitConverter.DoubleToUInt64Bits(summary.Recency + 0.0) * 0x9E3779B97F4A7C15UL)
            ^ (BitConverter.DoubleToUInt64Bits(summary.Age + 0.0) * 0xC2B2AE3D27D4EB4FUL) ^ ((ulong)summary.Frequency * 0x165667B19E3779F9UL);
        mixed ^= mixed >> 32;
        mixed *= 0xD6E8FEB86659FD93UL;
        return (int)(mixed >> 33);
    }
}
