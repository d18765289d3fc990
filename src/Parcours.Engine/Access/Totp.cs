using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>One-time codes of an authenticator: RFC 6238 with SHA-1, steps of 30 seconds and six figures, as every such program takes them.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int SecretBytes = 20;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new shared secret of 160 bits, in Base32.</summary>
    public static string NewSecret()
    {
        byte[] secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var text = new StringBuilder(SecretBytes * 8 / 5);
        for (int bit = 0; bit < SecretBytes * 8; bit += 5)
        {
            int pair = (secret[bit / 8] << 8) | (bit / 8 + 1 < SecretBytes ? secret[bit / 8 + 1] : 0);
            text.Append(Alphabet[(pair >> (11 - bit % 8)) & 31]);
        }

        return text.ToString();
    }

    /// <summary>The address that an authenticator reads from a picture.</summary>
    public static string AddressOf(string secret, string email) =>
        $"otpauth://totp/Parcours:{Uri.EscapeDataString(email)}?secret={secret}&issuer=Parcours";

    /// <summary>The step whose code this is: that of an instant, or one beside it for clocks that differ.</summary>
    /// <param name="secret">In Base32.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="at">Now.</param>
    /// <param name="after">The last step that was taken: neither it nor an earlier one counts again.</param>
    /// <returns>The step; null when the code fits none.</returns>
    public static long? StepOf(string secret, string code, Instant at, long after)
    {
        byte[]? key = Decode(secret);
        long now = at.Micros / Instant.MicrosPerSecond / StepSeconds;
        if (key is null)
        {
            return null;
        }

        byte[] typed = Encoding.UTF8.GetBytes(code.Replace(" ", string.Empty));
        long? found = null;
        for (long step = now - 1; step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(key, step, Digits)), typed) && step > after)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code of a step, with leading zeros.</summary>
    internal static string CodeOf(byte[] key, long step, int digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // CA5350 is about signatures; RFC 6238 asks for SHA-1 and every authenticator speaks it.
#pragma warning disable CA5350 // reason: the standard of one-time codes
        byte[] hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        int number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    private static byte[]? Decode(string secret)
    {
        var bytes = new List<byte>(SecretBytes);
        int bits = 0, held = 0;
        foreach (char letter in secret)
        {
            int value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            held = ((held << 5) | value) & 0xFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        return [.. bytes];
    }
}
