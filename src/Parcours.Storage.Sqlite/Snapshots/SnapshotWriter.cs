using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>Writes a snapshot beside the old one and puts it in its place at once: a crash leaves one or the other.</summary>
internal sealed class SnapshotWriter : IDisposable
{
    private const int ElementsAtOnce = 1 << 16;
    private const int Alignment = 64;
    private const long FlushedAtOnce = 16 << 20; // the disk is shared with transactions that wait for it

    private readonly FileStream _file;
    private readonly List<Block> _blocks = [];
    private long _end;
    private long _flushed;

    /// <summary>Begins a snapshot.</summary>
    /// <param name="path">A temporary path; nobody else may be writing there.</param>
    /// <param name="blockCount">How many blocks will be written.</param>
    internal SnapshotWriter(string path, int blockCount)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        _end = (SnapshotHeader.Words * sizeof(long)) + ((long)blockCount * Unsafe.SizeOf<Block>());
    }

    /// <summary>Writes a column.</summary>
    internal void Add<T>(BlockKind kind, int segment, ReadOnlySpan<T> column)
        where T : unmanaged
    {
        long offset = (_end + Alignment - 1) / Alignment * Alignment;
        _file.Position = offset;
        uint checksum = Checksum.Start;
        for (int i = 0; i < column.Length; i += ElementsAtOnce)
        {
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(column.Slice(i, Math.Min(ElementsAtOnce, column.Length - i)));
            checksum = Checksum.Append(checksum, bytes);
            _file.Write(bytes);
            if (_file.Position - _flushed > FlushedAtOnce)
            {
                _file.Flush(flushToDisk: true);
                _flushed = _file.Position;
            }
        }

        _blocks.Add(new Block(kind, segment, checksum, offset, column.Length));
        _end = offset + ((long)column.Length * Unsafe.SizeOf<T>());
    }

    /// <summary>Writes the header and makes all of it durable.</summary>
    internal void Finish(long lineage, Marks marks)
    {
        ReadOnlySpan<byte> list = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_blocks));
        var header = new SnapshotHeader(_blocks.Count, lineage, marks, Checksum.Append(Checksum.Start, list));
        _file.SetLength(_end);
        _file.Position = 0;
        _file.Write(MemoryMarshal.AsBytes<long>(header.ToWords()));
        _file.Write(list);
        _file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
