using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Parcours.Engine.Live;

/// <summary>The hashes that message ids are known by for ever: 128 bits of SHA-256.</summary>
public static class MessageHash
{
    /// <summary>The hash of a message id.</summary>
    public static UInt128 Of(string messageId) => Of("m\0", messageId, 0);

    /// <summary>The hash of a fact of a message: its first 64 bits order facts of one instant and kind.</summary>
    /// <param name="messageId">The message's id.</param>
    /// <param name="place">The fact's place in the message, from 0.</param>
    public static UInt128 OfFact(string messageId, int place) => Of("f\0", messageId, place);

    private static UInt128 Of(string root, string text, int place)
    {
        int size = root.Length + Encoding.UTF8.GetMaxByteCount(text.Length) + sizeof(int);
        Span<byte> bytes = size <= 1024 ? stackalloc byte[size] : new byte[size];
        int length = Encoding.UTF8.GetBytes(root, bytes);
        length += Encoding.UTF8.GetBytes(text, bytes[length..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[length..], place);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..(length + sizeof(int))], hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
