using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>Reads the columns of a snapshot, side by side, and checks each as it comes.</summary>
internal sealed class SnapshotReader : IDisposable
{
    private const int BytesAtOnce = 1 << 20;

    private readonly SafeFileHandle _file;
    private readonly Dictionary<(BlockKind Kind, int Segment), Block> _blocks = [];

    /// <summary>Opens a snapshot and checks its header.</summary>
    /// <exception cref="InvalidDataException">It is not one, is of another version, or is damaged.</exception>
    internal SnapshotReader(string path)
    {
        _file = File.OpenHandle(path);
        try
        {
            Header = ReadHeader();
            var list = new Block[Header.BlockCount];
            uint checksum = Fill(list, SnapshotHeader.Words * sizeof(long));
            Must(checksum == Header.ListChecksum);
            foreach (Block block in list)
            {
                _blocks.Add((block.Kind, block.Segment), block);
            }
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>What it stands for.</summary>
    internal SnapshotHeader Header { get; }

    /// <summary>How many segments it has.</summary>
    internal int SegmentCount => _blocks.Keys.Count(block => block.Kind == BlockKind.Facts);

    /// <summary>Whether it has a column.</summary>
    internal bool Has(BlockKind kind) => _blocks.ContainsKey((kind, 0));

    /// <summary>Reads a column.</summary>
    /// <exception cref="InvalidDataException">Its bytes are not those that were written.</exception>
    internal T[] Read<T>(BlockKind kind, int segment = 0)
        where T : unmanaged
    {
        Must(_blocks.TryGetValue((kind, segment), out Block block) && block.Count * Unsafe.SizeOf<T>() <= RandomAccess.GetLength(_file));
        T[] column = GC.AllocateUninitializedArray<T>((int)block.Count);
        Must(Fill(column, block.Offset) == block.Checksum);
        return column;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Must(bool holds)
    {
        if (!holds)
        {
            throw new InvalidDataException("The snapshot is damaged or of another version.");
        }
    }

    private SnapshotHeader ReadHeader()
    {
        long[] words = new long[SnapshotHeader.Words];
        Fill(words, 0);
        SnapshotHeader? header = SnapshotHeader.From(words);
        Must(header is not null);
        return header!;
    }

    private uint Fill<T>(T[] column, long offset)
        where T : unmanaged
    {
        uint checksum = Checksum.Start;
        int atOnce = BytesAtOnce / Unsafe.SizeOf<T>();
        for (int i = 0; i < column.Length; i += atOnce)
        {
            Span<byte> bytes = MemoryMarshal.AsBytes(column.AsSpan(i, Math.Min(atOnce, column.Length - i)));
            for (int read = 0; read < bytes.Length;)
            {
                int count = RandomAccess.Read(_file, bytes[read..], offset + ((long)i * Unsafe.SizeOf<T>()) + read);
                Must(count > 0);
                read += count;
            }

            // The bytes are still near the processor.
            checksum = Checksum.Append(checksum, bytes);
        }

        return checksum;
    }
}
