using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Time;

namespace Parcours.Engine.Sources;

/// <summary>
/// Checks the signatures of webhooks: HMAC-SHA256 over the body exactly as it came. Several secrets may be right at once, while one takes the place of another.
/// </summary>
public static class Signatures
{
    /// <summary>How far the time of a dated signature may be from ours: five minutes, as Stripe's own libraries have it.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Checks a signature written in Base64, as Shopify and WooCommerce do.</summary>
    public static SignatureVerdict Base64(ReadOnlySpan<byte> body, string? signature, IReadOnlyList<string> secrets)
    {
        Span<byte> said = stackalloc byte[SHA256.HashSizeInBytes + 1];
        return signature is not null && Convert.TryFromBase64String(signature.Trim(), said, out int length) && IsAny(body, said[..length], secrets) ? SignatureVerdict.Right : SignatureVerdict.Wrong;
    }

    /// <summary>Checks a signature written in hexadecimal, with or without a word before it, as <c>sha256=ab12…</c>.</summary>
    public static SignatureVerdict Hex(ReadOnlySpan<byte> body, string? signature, IReadOnlyList<string> secrets)
    {
        string text = signature?.Trim() ?? string.Empty;
        Span<byte> said = stackalloc byte[SHA256.HashSizeInBytes];
        return TryHex(text[(text.IndexOf('=') + 1)..], said) && IsAny(body, said, secrets) ? SignatureVerdict.Right : SignatureVerdict.Wrong;
    }

    /// <summary>Checks Stripe's: <c>t=SECONDS,v1=HEX</c>, with a v1 for each of its secrets, over the time, a dot and the body.</summary>
    /// <param name="now">Our time.</param>
    public static SignatureVerdict Stripe(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets, Instant now)
    {
        string time = string.Empty;
        var signatures = new List<string>();
        foreach (string part in (header ?? string.Empty).Split(',', StringSplitOptions.TrimEntries))
        {
            time = part.StartsWith("t=", StringComparison.Ordinal) ? part[2..] : time;
            if (part.StartsWith("v1=", StringComparison.Ordinal))
            {
                signatures.Add(part[3..]);
            }
        }

        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) || seconds > int.MaxValue * 100L)
        {
            return SignatureVerdict.Wrong;
        }

        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body];
        Span<byte> said = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (string signature in signatures)
        {
            if (TryHex(signature, said) && IsAny(signed, said, secrets))
            {
                long off = Math.Abs((now.Micros / Instant.MicrosPerSecond) - seconds);
                return off <= (long)Tolerance.TotalSeconds ? SignatureVerdict.Right : SignatureVerdict.Old;
            }
        }

        return SignatureVerdict.Wrong;
    }

    private static bool TryHex(string text, Span<byte> bytes) => text.Length == bytes.Length * 2 && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;

    private static bool IsAny(ReadOnlySpan<byte> body, ReadOnlySpan<byte> said, IReadOnlyList<string> secrets)
    {
        bool isRight = false;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (string secret in secrets)
        {
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, hash);
            isRight |= CryptographicOperations.FixedTimeEquals(hash, said);
        }

        return isRight;
    }
}
