using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Events;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources;

/// <summary>Reads members of payloads. What is missing, null or of another shape is not there.</summary>
internal static class Member
{
    private const int Longest = 200;

    /// <summary>A member, through the members of its parents; of kind Undefined for none.</summary>
    public static JsonElement Of(JsonElement value, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value) || value.ValueKind == JsonValueKind.Null)
            {
                return default;
            }
        }

        return value;
    }

    /// <summary>A text, or a number as it is written; at most 200 characters, null for none.</summary>
    public static string? Text(JsonElement value, params ReadOnlySpan<string> path) => MessageText.Of(Of(value, path), Longest);

    /// <summary>The entries of a list. PrestaShop may put a list into an object of one member.</summary>
    public static IEnumerable<JsonElement> List(JsonElement value, params ReadOnlySpan<string> path)
    {
        JsonElement list = Of(value, path);
        if (list.ValueKind == JsonValueKind.Object && list.EnumerateObject().Select(member => member.Value).Where(inner => inner.ValueKind == JsonValueKind.Array).Take(2).ToList() is [var only])
        {
            list = only;
        }

        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object) : [];
    }

    /// <summary>Whether a member says yes.</summary>
    public static bool IsTrue(JsonElement value, params ReadOnlySpan<string> path) => Text(value, path) is "true" or "1";

    /// <summary>A whole number; null for none.</summary>
    public static long? Whole(JsonElement value, params ReadOnlySpan<string> path) =>
        Of(value, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long whole) ? whole : null;

    /// <summary>A time; null for none, and for PrestaShop's 0000-00-00.</summary>
    /// <param name="local">The calendar of times without a zone; null when they are UTC.</param>
    public static Instant? Time(JsonElement value, Calendar? local, params ReadOnlySpan<string> path)
    {
        JsonElement time = Of(value, path);
        if (time.ValueKind == JsonValueKind.Number)
        {
            return MessageTime.TryRead(time, out Instant? at) ? at : null;
        }

        if (Text(time) is not { } text || !DateReader.TryRead(text, dayFirst: false, out DateParts date) || date.Micros < 0)
        {
            return null;
        }

        return date.IsUtc || local is null ? new Instant(date.Micros) : local.FromLocal(date.Micros);
    }

    /// <summary>An amount in minor units.</summary>
    /// <returns>False when there is none that can be read.</returns>
    public static bool TryAmount(JsonElement value, byte currency, out long minor, params ReadOnlySpan<string> path)
    {
        minor = 0;
        return Amounts.TryNumber(Of(value, path), out Number number, out _) && number.TryMinor(currency, out minor);
    }
}
