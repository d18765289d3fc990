namespace Parcours.Engine.Live;

/// <summary>What is kept of a message beside its first fact.</summary>
internal static class Payloads
{
    /// <summary>The fact's own payload with the message under <c>$message</c>; one of them alone as it is.</summary>
    /// <param name="own">A JSON object; null for none.</param>
    /// <param name="message">A JSON object; null for none.</param>
    public static string? Together(string? own, string? message)
    {
        if (own is null || message is null)
        {
            return own ?? message;
        }

        ReadOnlySpan<char> inside = own.AsSpan().Trim()[1..^1].TrimEnd();
        return inside.IsWhiteSpace() ? $"{{\"$message\":{message}}}" : $"{{{inside},\"$message\":{message}}}";
    }
}
