using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>Reads the times of messages.</summary>
internal static class MessageTime
{
    /// <summary>Reads a time: ISO 8601, or a number of seconds, milliseconds or microseconds since 1970 (its size tells which). Without a zone it is UTC.</summary>
    /// <returns>False when there is one that cannot be read.</returns>
    public static bool TryRead(JsonElement value, out Instant? at)
    {
        at = null;
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return true;
            case JsonValueKind.String:
                return TryText(value, out at);
            case JsonValueKind.Number when value.TryGetDouble(out double number) && Math.Abs(number) < 4e15:
                double micros = Math.Abs(number) >= 1e14 ? number : Math.Abs(number) >= 1e11 ? number * 1e3 : number * 1e6;
                at = new Instant((long)Math.Round(micros));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a time of a text; without a zone it is UTC.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Instant at)
    {
        bool read = DateReader.TryRead(text, dayFirst: false, out DateParts date);
        at = new Instant(date.Micros);
        return read;
    }

    private static bool TryText(JsonElement value, out Instant? at)
    {
        ReadOnlySpan<byte> raw = MessageText.Bytes(value);
        at = null;
        if (raw.Length == 2)
        {
            return true; // an empty text
        }

        // As every client writes it; .NET would take a time without a zone for one of this machine's zone.
        if (raw.Length > 20 && raw[^2] == 'Z' && value.TryGetDateTimeOffset(out DateTimeOffset time))
        {
            at = Instant.From(time);
            return true;
        }

        bool read = TryRead(value.GetString().AsSpan(), out Instant found);
        at = read ? found : null;
        return read;
    }
}
