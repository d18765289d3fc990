using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>CRC-32C (Castagnoli), by the processor's own instruction where it has one.</summary>
internal static class Checksum
{
    /// <summary>What an empty column has.</summary>
    internal const uint Start = uint.MaxValue;

    /// <summary>The checksum after more bytes.</summary>
    internal static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        int i = 0;
        for (; i + sizeof(ulong) <= bytes.Length; i += sizeof(ulong))
        {
            checksum = BitOperations.Crc32C(checksum, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, i)));
        }

        for (; i < bytes.Length; i++)
        {
            checksum = BitOperations.Crc32C(checksum, bytes[i]);
        }

        return checksum;
    }
}
