using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parcours.Cli.Frame;

/// <summary>Writes JSON answers and errors.</summary>
internal static class Answers
{
    // Accents stay readable; nothing of ours is pasted into a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one JSON object and a line end.</summary>
    public static void Json(TextWriter to, Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        to.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    /// <summary>Writes an error: a sentence for people, an object for machines.</summary>
    public static void Error(Terminal terminal, bool json, string code, string message)
    {
        if (!json)
        {
            terminal.Error.WriteLine(message);
            return;
        }

        Json(terminal.Error, writer =>
        {
            writer.WriteStartObject("error");
            writer.WriteString("code", code);
            writer.WriteString("message", message);
            writer.WriteEndObject();
        });
    }
}
