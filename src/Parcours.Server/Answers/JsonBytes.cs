using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parcours.Server.Answers;

/// <summary>Writes the JSON object of an answer.</summary>
internal static class JsonBytes
{
    // Accents stay readable; the type of the answer and nosniff keep it from being taken for a page.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of an object.</summary>
    /// <param name="members">Writes its members.</param>
    internal static byte[] Of(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, _options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
