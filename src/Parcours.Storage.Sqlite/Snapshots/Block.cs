using System.Runtime.InteropServices;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>Where a column is in the file, and its checksum.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Segment">The segment or the property it belongs to; 0 for a column of the whole base.</param>
/// <param name="Checksum">CRC-32C of its bytes.</param>
/// <param name="Offset">Where it starts in the file.</param>
/// <param name="Count">How many elements.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct Block(BlockKind Kind, int Segment, ulong Checksum, long Offset, long Count);
