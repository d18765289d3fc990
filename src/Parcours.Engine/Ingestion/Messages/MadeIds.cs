using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>
/// Makes an id for messages that bring none, of their content: a body sent again is the same messages. Equal messages of one body all count.
/// A message that does not say when it happened is told apart by when it was received, for it may well happen again.
/// </summary>
internal sealed class MadeIds
{
    private const int LongestGiven = 256;

    private Dictionary<string, int>? _made;

    /// <summary>The id that a sender gave; null when there is none that can be used.</summary>
    public static string? Given(string? id) => id?.Trim() is { Length: > 0 and <= LongestGiven } given ? given : null;

    /// <summary>An id for a message.</summary>
    /// <param name="raw">The message.</param>
    /// <param name="receivedMicros">When it was received; 0 for a message that says when it happened.</param>
    public string Make(ReadOnlySpan<byte> raw, long receivedMicros)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(raw, hash);
        string id = "made-" + Convert.ToHexStringLower(hash[..16]) + (receivedMicros == 0 ? string.Empty : "-" + receivedMicros.ToString(CultureInfo.InvariantCulture));
        _made ??= new Dictionary<string, int>(StringComparer.Ordinal);
        int before = CollectionsMarshal.GetValueRefOrAddDefault(_made, id, out _)++;
        return before == 0 ? id : id + "-" + before.ToString(CultureInfo.InvariantCulture);
    }
}
