using System.Numerics;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Loading;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// All recorded message ids in memory, 16 bytes each, in order: for imports that ask so often that reading them all costs less.
/// Ids are hashes, evenly spread: their first bits give a bucket of a few, which is looked through.
/// </summary>
internal sealed class MessageSet
{
    private const int Ranges = 16;
    private const int IdsPerBucketBits = 3;

    private const string SelectRange = "SELECT high, low FROM message_ids WHERE high >= ?1 AND high <= ?2 ORDER BY high, low";

    private readonly UInt128[] _sorted;
    private readonly int[] _starts;
    private readonly int _shift;

    private MessageSet(UInt128[] sorted)
    {
        _sorted = sorted;
        int bits = Math.Clamp(BitOperations.Log2((uint)sorted.Length | 1) - IdsPerBucketBits, 1, 24);
        _shift = 128 - bits;
        _starts = new int[(1 << bits) + 1];
        foreach (UInt128 id in sorted)
        {
            _starts[BucketOf(id) + 1]++;
        }

        for (int i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }
    }

    /// <summary>Reads all of them, ranges side by side.</summary>
    internal static MessageSet Load(string folder)
    {
        var ranges = new List<UInt128>[Ranges];
        SideBySide.For(Ranges, range => ranges[range] = Read(folder, range));
        var sorted = new UInt128[ranges.Sum(range => range.Count)];
        int count = 0;
        foreach (List<UInt128> range in ranges)
        {
            range.CopyTo(sorted, count);
            count += range.Count;
        }

        return new MessageSet(sorted);
    }

    /// <summary>Whether an id is among them.</summary>
    internal bool Contains(UInt128 id)
    {
        int bucket = BucketOf(id);
        return _sorted.AsSpan(_starts[bucket].._starts[bucket + 1]).Contains(id);
    }

    private static List<UInt128> Read(string folder, int range)
    {
        const long width = 1L << 60;
        using Database database = WorkspaceFile.OpenToRead(folder);
        database.Execute(Schema.MapForReading);
        long first = long.MinValue + (range * width);
        using Statement select = database.Prepare(SelectRange).Bind(1, first).Bind(2, first + (width - 1));
        var ids = new List<UInt128>();
        while (select.Step())
        {
            ids.Add(MessageIds.Of(select.Int64(0), select.Int64(1)));
        }

        return ids;
    }

    private int BucketOf(UInt128 id) => (int)(ulong)(id >> _shift);
}
