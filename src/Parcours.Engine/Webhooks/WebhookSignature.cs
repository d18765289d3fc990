using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Parcours.Engine.Webhooks;

/// <summary>Signatures of the Standard Webhooks specification (version 1, symmetric): HMAC-SHA256 over id, time and body.</summary>
/// <remarks>https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md</remarks>
public static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int SecretBytes = 32;

    /// <summary>A new secret: <c>whsec_</c> and 32 random bytes in Base64.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The signature of a message, as <c>v1,BASE64</c>.</summary>
    /// <param name="secret">With its prefix.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="seconds">When it is sent, in seconds since 1970.</param>
    /// <param name="body">The bytes that are sent.</param>
    public static string Of(string secret, string id, long seconds, ReadOnlySpan<byte> body)
    {
        byte[] key = Convert.FromBase64String(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.")));
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
