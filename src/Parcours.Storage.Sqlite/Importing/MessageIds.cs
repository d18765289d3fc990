using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// The message ids of an import, gathered in memory (16 bytes each) and recorded in order when it is sealed: a table filled in the
/// order of its key is written once from end to end, where ids at random would touch all its pages again and again.
/// </summary>
internal sealed class MessageIds
{
    private const string Insert = "INSERT INTO message_ids (high, low) VALUES (?1, ?2)";
    private const int BlockSize = 65_536;
    private const int BucketBits = 12;

    private readonly List<UInt128[]> _blocks = [];
    private int _inLast = BlockSize;

    /// <summary>How many.</summary>
    internal long Count => ((long)_blocks.Count * BlockSize) - (BlockSize - _inLast);

    /// <summary>
    /// The key of the table's first column: the first 64 bits, moved so that SQLite's signed order is the order of the ids.
    /// </summary>
    internal static long High(UInt128 id) => (long)((ulong)(id >> 64) ^ 0x8000_0000_0000_0000);

    /// <summary>The last 64 bits.</summary>
    internal static long Low(UInt128 id) => (long)(ulong)id;

    /// <summary>The id behind the columns of the table.</summary>
    internal static UInt128 Of(long high, long low) => new((ulong)high ^ 0x8000_0000_0000_0000, (ulong)low);

    /// <summary>Gathers one.</summary>
    internal void Add(UInt128 id)
    {
        if (_inLast == BlockSize)
        {
            _blocks.Add(GC.AllocateUninitializedArray<UInt128>(BlockSize));
            _inLast = 0;
        }

        _blocks[^1][_inLast++] = id;
    }

    /// <summary>Records them all, in order, in the open transaction.</summary>
    internal void Write(Database database)
    {
        using Statement insert = database.Prepare(Insert);
        foreach (UInt128 id in Sorted())
        {
            insert.Bind(1, High(id)).Bind(2, Low(id));
            insert.Step();
            insert.Reset();
        }
    }

    /// <summary>All of them in ascending order.</summary>
    internal UInt128[] Sorted()
    {
        int[] starts = new int[(1 << BucketBits) + 1];
        for (int b = 0; b < _blocks.Count; b++)
        {
            foreach (UInt128 id in Block(b))
            {
                starts[BucketOf(id) + 1]++;
            }
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        UInt128[] sorted = GC.AllocateUninitializedArray<UInt128>(starts[^1]);
        int[] next = [.. starts];
        for (int b = 0; b < _blocks.Count; b++)
        {
            foreach (UInt128 id in Block(b))
            {
                sorted[next[BucketOf(id)]++] = id;
            }
        }

        Parallel.For(0, 1 << BucketBits, bucket => sorted.AsSpan(starts[bucket]..starts[bucket + 1]).Sort());
        return sorted;
    }

    private static int BucketOf(UInt128 id) => (int)(ulong)(id >> (128 - BucketBits));

    private Span<UInt128> Block(int number) => _blocks[number].AsSpan(0, number == _blocks.Count - 1 ? _inLast : BlockSize);
}
