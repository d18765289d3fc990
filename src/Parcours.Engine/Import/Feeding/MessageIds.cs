using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Parcours.Engine.Import.Feeding;

/// <summary>
/// Makes message ids: the first 128 bits of SHA-256 over the kind of file and the source's name, what the fact is, and its canonical
/// fields (dates and amounts as numbers, so that 12 and 12.00 are the same). The name of the file plays no part.
/// </summary>
internal sealed class MessageIds
{
    private const int PrefixLength = 8;
    private byte[] _bytes = new byte[512];
    private int _length;

    /// <summary>Starts with a source.</summary>
    /// <param name="source">The kind of file and the source's name.</param>
    public MessageIds(string source) => SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, PrefixLength).CopyTo(_bytes);

    /// <summary>Starts an id.</summary>
    /// <param name="role">What the fact is: a letter of the caller's choice.</param>
    public MessageIds Start(char role)
    {
        _bytes[PrefixLength] = (byte)role;
        _length = PrefixLength + 1;
        return this;
    }

    /// <summary>Adds a number.</summary>
    public MessageIds Add(long value)
    {
        Room(8);
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_length), value);
        _length += 8;
        return this;
    }

    /// <summary>Adds another id.</summary>
    public MessageIds Add(UInt128 id) => Add((long)(ulong)(id >> 64)).Add((long)(ulong)id);

    /// <summary>Adds a text and its end.</summary>
    public MessageIds Add(ReadOnlySpan<char> text)
    {
        Room((text.Length * 3) + 1);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        _bytes[_length++] = 0;
        return this;
    }

    /// <summary>The id of what was added.</summary>
    public UInt128 Take()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.AsSpan(0, _length), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>The id of what was added, told apart from equal ones of the same file by how many came before.</summary>
    public UInt128 Take(Occurrences occurrences)
    {
        UInt128 id = Take();
        int before = occurrences.Next(id);
        return before == 0 ? id : Add(before).Take();
    }

    private void Room(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + length));
        }
    }
}
