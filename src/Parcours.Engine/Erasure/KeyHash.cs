using System.Security.Cryptography;
using System.Text;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Erasure;

/// <summary>
/// Hashes keys of people so that a key can be known again and not be read: HMAC-SHA256 under a secret of the workspace. Without the secret nobody can try addresses
/// against the hashes.
/// </summary>
/// <param name="secret">The workspace's secret: 32 bytes.</param>
public sealed class KeyHash(byte[] secret)
{
    /// <summary>The length of the secret, in bytes.</summary>
    public const int SecretLength = 32;

    private const byte NoKind = byte.MaxValue;

    /// <summary>Says which secret this is without giving it away, in lower-case hexadecimal.</summary>
    public string Fingerprint => Hashed([NoKind]);

    /// <summary>The hash of a key, in lower-case hexadecimal.</summary>
    /// <param name="kind">Its kind: the same text of another kind has another hash.</param>
    /// <param name="key">The key, normalised as its kind asks.</param>
    public string Of(IdentityKind kind, ReadOnlySpan<char> key)
    {
        byte[] bytes = new byte[1 + Encoding.UTF8.GetMaxByteCount(key.Length)];
        bytes[0] = (byte)kind;
        int length = 1 + Encoding.UTF8.GetBytes(key, bytes.AsSpan(1));
        return Hashed(bytes.AsSpan(0, length));
    }

    private string Hashed(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, bytes, hash);
        return Convert.ToHexStringLower(hash);
    }
}
