using System.Security.Cryptography;

namespace Parcours.Engine.Access;

/// <summary>
/// Ten codes that stand in for a lost authenticator, each good once. One has 80 random bits, so that its SHA-256 can be kept without salt and slow hash, and is written in four groups
/// to be copied by hand.
/// </summary>
internal static class RecoveryCodes
{
    /// <summary>How many are made at a time.</summary>
    internal const int Count = 10;

    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz123456789"; // 32 letters and figures, none like another: no i, l, o, 0
    private const int Letters = 16;
    private const int Group = 4;

    /// <summary>New ones, all different.</summary>
    internal static IReadOnlyList<string> New()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (codes.Count < Count)
        {
            codes.Add(string.Join('-', RandomNumberGenerator.GetString(Alphabet, Letters).Chunk(Group).Select(letters => new string(letters))));
        }

        return [.. codes];
    }

    /// <summary>What is kept of one as it was typed; null when it cannot be one.</summary>
    internal static string? HashOf(string typed)
    {
        string plain = typed.Replace("-", string.Empty).Replace(" ", string.Empty).ToLowerInvariant();
        return plain.Length == Letters && plain.All(Alphabet.Contains) ? Secret.HashOf("recovery:" + plain) : null;
    }
}
