using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parcours.Domain.Time;

namespace Parcours.Server.Routes;

/// <summary>Instants in JSON: ISO 8601 in UTC, microseconds only when there are some. An offset is read, a time without one is refused.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    private static readonly string[] _formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && text.Length > 10 && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
        && DateTimeOffset.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at)
            ? Instant.From(at)
            : throw new JsonException("An instant is written as 2026-03-01T12:00:00Z.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
