using System.Runtime.InteropServices;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>The first bytes of a snapshot, as 64-bit words: what it is, of which state, and how many blocks are listed after.</summary>
/// <param name="BlockCount">How many blocks are listed.</param>
/// <param name="Lineage">Which workspace, and which imports led to its state.</param>
/// <param name="Marks">The state of the store it stands for.</param>
/// <param name="ListChecksum">CRC-32C of the list of blocks.</param>
internal sealed record SnapshotHeader(int BlockCount, long Lineage, Marks Marks, uint ListChecksum)
{
    /// <summary>How many words: the last one is the checksum of those before.</summary>
    internal const int Words = 12;

    private const long Magic = 0x50414E5343524150; // "PARCSNAP"
    private const long Version = 2;

    /// <summary>Its words.</summary>
    internal long[] ToWords()
    {
        long[] words =
        [
            Magic, Version, BlockCount, Lineage, Marks.Import, Marks.Facts, Marks.Identities, Marks.Terms, Marks.Kinds, Marks.Joins,
            ListChecksum, 0,
        ];
        words[^1] = ChecksumOf(words);
        return words;
    }

    /// <summary>The header of some words; null when they are damaged, of another version, or no header at all.</summary>
    internal static SnapshotHeader? From(long[] words)
    {
        bool isOurs = words[0] == Magic && words[1] == Version && words[^1] == ChecksumOf(words);
        var marks = new Marks(words[4], words[5], (int)words[6], (int)words[7], (int)words[8], words[9]);
        return isOurs ? new SnapshotHeader((int)words[2], words[3], marks, (uint)words[10]) : null;
    }

    private static uint ChecksumOf(long[] words) => Checksum.Append(Checksum.Start, MemoryMarshal.AsBytes(words.AsSpan(0, Words - 1)));
}
