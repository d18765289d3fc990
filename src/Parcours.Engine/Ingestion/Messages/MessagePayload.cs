using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Parcours.Domain.Time;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>
/// Writes what is kept of a message: its properties (or traits) at the top, where conditions find those that are declared, and the rest of it in the member
/// <c>_message</c>, with its four times. The write key is never kept.
/// </summary>
internal sealed class MessagePayload
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="top">The member whose members go to the top; of kind Undefined for none.</param>
    /// <param name="batchContext">The context of the whole body, for a message without one of its own.</param>
    /// <param name="original">When the sender says that it happened, as it wrote it.</param>
    /// <param name="sentAt">When the sender says that it was sent, as it wrote it.</param>
    /// <param name="at">When it happened, corrected.</param>
    /// <param name="receivedAt">When it reached us.</param>
    public string Write(JsonElement message, JsonElement top, JsonElement batchContext, JsonElement original, JsonElement sentAt, Instant at, Instant receivedAt)
    {
        _bytes.ResetWrittenCount();
        _bytes.Write("{"u8);
        if (top.ValueKind == JsonValueKind.Object)
        {
            ReadOnlySpan<byte> members = MessageText.Bytes(top)[1..^1].Trim(" \t\r\n"u8);
            _bytes.Write(members);
            _bytes.Write(members.IsEmpty ? default : ","u8);
        }

        _bytes.Write("\"_message\":{\"receivedAt\":"u8);
        Write(receivedAt);
        _bytes.Write(",\"timestamp\":"u8);
        Write(at);
        Write("originalTimestamp"u8, original);
        Write("sentAt"u8, sentAt);
        bool hasContext = false;
        foreach (JsonProperty member in message.EnumerateObject())
        {
            ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (IsTime(name) || name.SequenceEqual("writeKey"u8) || (top.ValueKind == JsonValueKind.Object && MessageText.Bytes(member.Value) == MessageText.Bytes(top)))
            {
                continue;
            }

            hasContext |= name.SequenceEqual("context"u8);
            Write(name, member.Value);
        }

        Write("context"u8, hasContext ? default : batchContext);
        _bytes.Write("}}"u8);
        return Encoding.UTF8.GetString(_bytes.WrittenSpan);
    }

    /// <summary>A message as it came, but for its write key.</summary>
    public string WithoutKey(JsonElement message)
    {
        _bytes.ResetWrittenCount();
        foreach (JsonProperty member in message.EnumerateObject())
        {
            ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (!name.SequenceEqual("writeKey"u8))
            {
                Write(name, member.Value);
            }
        }

        return "{" + MessageText.Raw(_bytes.WrittenSpan is [_, .. var written] ? written : default) + "}";
    }

    /// <summary>The message that a payload was written of; null when it is none of ours.</summary>
    public static string? Restore(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty("_message"u8, out JsonElement rest) || rest.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var writing = new MessagePayload();
        foreach (JsonProperty member in rest.EnumerateObject())
        {
            ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (!name.SequenceEqual("timestamp"u8) && !name.SequenceEqual("receivedAt"u8))
            {
                writing.Write(name, member.Value);
            }
        }

        bool isOfTraits = rest.TryGetProperty("type"u8, out JsonElement type) && MessageText.Of(type) is { } said && MessageTypes.Of(said) is MessageType.Identify or MessageType.Group;
        ReadOnlySpan<byte> members = writing._bytes.WrittenSpan is [_, .. var written] ? written : default;
        var top = new MessagePayload();
        foreach (JsonProperty member in payload.EnumerateObject())
        {
            ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (!name.SequenceEqual("_message"u8))
            {
                top.Write(name, member.Value);
            }
        }

        string properties = Encoding.UTF8.GetString(top._bytes.WrittenSpan is [_, .. var others] ? others : default);
        string before = members.IsEmpty ? string.Empty : Encoding.UTF8.GetString(members) + ",";
        return $"{{{before}\"{(isOfTraits ? "traits" : "properties")}\":{{{properties}}}}}";
    }

    private static bool IsTime(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("timestamp"u8) || name.SequenceEqual("originalTimestamp"u8) || name.SequenceEqual("sentAt"u8) || name.SequenceEqual("receivedAt"u8);

    private void Write(ReadOnlySpan<byte> name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            _bytes.Write(",\""u8);
            _bytes.Write(name);
            _bytes.Write("\":"u8);
            _bytes.Write(MessageText.Bytes(value));
        }
    }

    private void Write(Instant at)
    {
        string format = at.Micros % Instant.MicrosPerSecond == 0 ? "'\"'yyyy-MM-dd'T'HH:mm:ss'Z\"'" : "'\"'yyyy-MM-dd'T'HH:mm:ss.ffffff'Z\"'";
        at.ToDateTimeOffset().UtcDateTime.TryFormat(_bytes.GetSpan(40), out int length, format, CultureInfo.InvariantCulture);
        _bytes.Advance(length);
    }
}
