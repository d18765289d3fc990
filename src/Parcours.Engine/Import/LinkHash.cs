using System.Text;

namespace Parcours.Engine.Import;

/// <summary>Turns the text key of an order, a deal or a complaint into the link that its facts share: 31 bits, never 0 for a text.</summary>
public static class LinkHash
{
    /// <summary>The link of a key: FNV-1a over its UTF-8 bytes, folded to 31 bits. 0 for the empty key.</summary>
    /// <param name="key">The key as the file wrote it, without blanks at its ends.</param>
    public static int Of(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty)
        {
            return 0;
        }

        int size = Encoding.UTF8.GetMaxByteCount(key.Length);
        Span<byte> bytes = size <= 1024 ? stackalloc byte[size] : new byte[size];
        ulong hash = 14_695_981_039_346_656_037;
        foreach (byte value in bytes[..Encoding.UTF8.GetBytes(key, bytes)])
        {
            hash = (hash ^ value) * 1_099_511_628_211;
        }

        int link = (int)((hash ^ (hash >> 32)) & int.MaxValue);
        return link == 0 ? 1 : link;
    }
}
