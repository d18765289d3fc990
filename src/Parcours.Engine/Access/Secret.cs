using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Parcours.Engine.Access;

/// <summary>What cannot be guessed: 256 random bits, shown once, and kept only as their SHA-256.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one: the prefix, then 43 characters of URL-safe Base64.</summary>
    /// <param name="prefix">Says what it opens, so that a scanner of leaked secrets knows it; may be empty.</param>
    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it: SHA-256, lower-case hexadecimal. A secret of full strength needs no salt and no slow hash.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
