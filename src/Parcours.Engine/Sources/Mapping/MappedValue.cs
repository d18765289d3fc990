using System.Text.Json;

namespace Parcours.Engine.Sources.Mapping;

/// <summary>What a field of a mapping takes: what a path leads to, or a text that is always the same.</summary>
/// <param name="Path">The path; null for a text.</param>
/// <param name="Text">The text; null for a path.</param>
internal sealed record MappedValue(JsonPath? Path, string? Text)
{
    /// <summary>Whether a message has it.</summary>
    public bool TryWrite(Utf8JsonWriter json, string member, JsonElement message)
    {
        if (Path is null)
        {
            json.WriteString(member, Text);
            return true;
        }

        JsonElement found = Path.In(message);
        if (found.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array)
        {
            return false;
        }

        json.WritePropertyName(member);
        found.WriteTo(json);
        return true;
    }
}
