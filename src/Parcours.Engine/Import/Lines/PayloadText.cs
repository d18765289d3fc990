using System.Text.Json;

namespace Parcours.Engine.Import.Lines;

/// <summary>Writes payloads of one member.</summary>
internal static class PayloadText
{
    /// <summary>The object; null when the text is empty.</summary>
    public static string? Of(string name, ReadOnlySpan<char> text) =>
        text.IsEmpty ? null : "{" + JsonSerializer.Serialize(name, JsonText.Options) + ":" + JsonSerializer.Serialize(text.ToString(), JsonText.Options) + "}";
}
