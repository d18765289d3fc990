using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion.Facts;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion;

/// <summary>
/// Reads the bodies that tracking clients post: pure, without a store and without a clock, and whatever the bytes are, the answer is a value.
/// A body that is no JSON is refused whole; a message that cannot be taken is put aside alone. Any number of threads may read with one reader.
/// </summary>
public sealed class EventReader
{
    // Far beyond any message: only bounds what the parser remembers. The limit of one message is checked on it alone, so that the others are kept.
    private const int DeepestBody = 2_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DeepestBody };

    private readonly EventNames _names;
    private readonly Calendar _calendar;

    /// <summary>A reader of a workspace's messages.</summary>
    /// <param name="names">What events' names mean there.</param>
    /// <param name="calendar">The calendar that gives facts' dates without a zone their instant.</param>
    /// <param name="currency">The currency of amounts that name none, an index of <see cref="Domain.Facts.Currencies"/>; 0 when the workspace has none yet: such amounts are put aside.</param>
    /// <param name="limits">How much one request may bring.</param>
    public EventReader(EventNames names, Calendar calendar, byte currency, IngestionLimits limits)
    {
        _names = names;
        _calendar = calendar;
        Currency = currency;
        Limits = limits;
    }

    /// <summary>The currency of amounts that name none; 0 when the workspace has none yet.</summary>
    public byte Currency { get; }

    /// <summary>The calendar of dates without a time.</summary>
    public Calendar Calendar => _calendar;

    /// <summary>How much one request may bring.</summary>
    public IngestionLimits Limits { get; }

    /// <summary>The write key that a body holds; null when there is none, or the body is no JSON object.</summary>
    public static string? WriteKeyIn(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = DeepestBody });
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            string? key = null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                bool isKey = json.ValueTextEquals("writeKey"u8);
                json.Read();
                key = isKey && json.TokenType == JsonTokenType.String && json.ValueSpan.Length <= 256 ? json.GetString() : key;
                json.Skip();
            }

            return key;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // no JSON, or a key that is no text
        }
    }

    /// <summary>Reads a body.</summary>
    /// <param name="endpoint">Where it was posted to.</param>
    /// <param name="body">The body, inflated.</param>
    /// <param name="receivedAt">When it reached us.</param>
    /// <param name="trust">How far its key is believed.</param>
    public IngestionAnswer Read(IngestionEndpoint endpoint, ReadOnlyMemory<byte> body, Instant receivedAt, Trust trust)
    {
        if (body.Length > Limits.BodyBytes)
        {
            return Refuse(413, "body_too_large", $"The body has {body.Length} bytes; {Limits.BodyBytes} is the limit.");
        }

        body = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        if (body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Refuse(400, "body_empty", "The body is empty.");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Options);
        }
        catch (JsonException e)
        {
            return endpoint == IngestionEndpoint.Facts
                ? ReadLines(body.Span, receivedAt, trust)
                : Refuse(400, "not_json", $"The body is no JSON: see line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}.");
        }

        using (document)
        {
            return endpoint == IngestionEndpoint.Facts ? ReadFacts(document.RootElement, receivedAt, trust) : ReadMessages(endpoint, document.RootElement, receivedAt, trust);
        }
    }

    /// <summary>Reads one message that was put aside, as it came or mended, or as it was kept of one that was taken.</summary>
    /// <param name="message">The message or its payload; its type is taken from what it holds where it does not say.</param>
    /// <param name="receivedAt">When it first reached us.</param>
    /// <param name="trust">How far its key is believed.</param>
    public IngestionAnswer ReadAgain(ReadOnlyMemory<byte> message, Instant receivedAt, Trust trust) => ReadAgain(message, receivedAt, trust, mayBePayload: true);

    private IngestionAnswer ReadAgain(ReadOnlyMemory<byte> message, Instant receivedAt, Trust trust, bool mayBePayload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(message, Options);
            JsonElement root = document.RootElement;
            if (mayBePayload && MessagePayload.Restore(root) is { } restored)
            {
                return ReadAgain(System.Text.Encoding.UTF8.GetBytes(restored), receivedAt, trust, mayBePayload: false);
            }

            bool isFact = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("kind"u8, out _) && !root.TryGetProperty("type"u8, out _) && !root.TryGetProperty("event"u8, out _);
            return isFact ? ReadFacts(root, receivedAt, trust)
                : new IngestionAnswer(null, [new MessageReading(_names, Currency, Limits, receivedAt, trust).Read(root, MessageType.Unknown)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Refuse(400, "not_json", "The message is no JSON."); // or its texts are none
        }
    }

    private static IngestionAnswer Refuse(int status, string reason, string detail) => new(new IngestionRefusal(status, reason, detail), []);

    private IngestionAnswer ReadMessages(IngestionEndpoint endpoint, JsonElement root, Instant receivedAt, Trust trust)
    {
        MessageType type = MessageTypes.Of(endpoint);
        bool isObject = root.ValueKind == JsonValueKind.Object;
        JsonElement list = root;
        if (isObject && (!root.TryGetProperty("batch"u8, out list) || list.ValueKind != JsonValueKind.Array))
        {
            if (type == MessageType.Unknown)
            {
                return Refuse(400, "wrong_shape", "The body needs a list of messages named batch.");
            }

            int bytes = MessageText.Bytes(root).Length;
            return bytes > Limits.EventBytes
                ? Refuse(413, "event_too_large", $"The message has {bytes} bytes; {Limits.EventBytes} is the limit.")
                : new IngestionAnswer(null, [new MessageReading(_names, Currency, Limits, receivedAt, trust).Read(root, type)]);
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            return Refuse(400, "wrong_shape", "The body is neither a message nor a list of messages.");
        }

        int count = list.GetArrayLength();
        if (count > Limits.Events)
        {
            return TooMany(count);
        }

        var reading = new MessageReading(_names, Currency, Limits, receivedAt, trust)
        {
            SentAt = isObject && root.TryGetProperty("sentAt"u8, out JsonElement sentAt) && IsSound(sentAt) ? sentAt : default,
            Context = isObject && root.TryGetProperty("context"u8, out JsonElement context) && context.ValueKind == JsonValueKind.Object && IsSound(context) ? context : default,
        };
        var messages = new Received[count];
        int at = 0;
        foreach (JsonElement message in list.EnumerateArray())
        {
            messages[at++] = reading.Read(message, MessageType.Unknown);
        }

        return new IngestionAnswer(null, ImmutableCollectionsMarshal.AsImmutableArray(messages));
    }

    // What the whole body says for its messages: unsound, it is as good as not said.
    private bool IsSound(JsonElement shared) => MessageText.Check(MessageText.Bytes(shared), Limits) is null;

    private IngestionAnswer ReadFacts(JsonElement root, Instant receivedAt, Trust trust)
    {
        var reading = new FactMessages(_calendar, Currency, Limits, receivedAt, trust);
        JsonElement list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("facts"u8, out JsonElement facts) ? facts : root;
        if (list.ValueKind == JsonValueKind.Object)
        {
            return new IngestionAnswer(null, [reading.Read(list)]);
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            return Refuse(400, "wrong_shape", "The body is neither a fact nor a list of facts.");
        }

        return list.GetArrayLength() > Limits.Events ? TooMany(list.GetArrayLength()) : new IngestionAnswer(null, [.. list.EnumerateArray().Select(reading.Read)]);
    }

    private IngestionAnswer ReadLines(ReadOnlySpan<byte> body, Instant receivedAt, Trust trust)
    {
        int lines = body.Count((byte)'\n') + 1;
        if (lines > Limits.Events + 1)
        {
            return TooMany(lines);
        }

        var reading = new FactMessages(_calendar, Currency, Limits, receivedAt, trust);
        var messages = ImmutableArray.CreateBuilder<Received>(lines);
        foreach (Range range in body.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = body[range].Trim(" \t\r"u8);
            if (!line.IsEmpty)
            {
                messages.Add(reading.ReadLine(line));
            }
        }

        // A body of which not one line is JSON is no body of facts.
        return messages.Count > Limits.Events ? TooMany(messages.Count)
            : messages.Any(message => message.Quarantined is not { Reason: "not_json" }) ? new IngestionAnswer(null, messages.ToImmutable())
            : Refuse(400, "not_json", "The body is neither JSON nor one JSON object a line.");
    }

    private IngestionAnswer TooMany(int count) => Refuse(400, "too_many_events", $"The body has {count} messages; {Limits.Events} is the limit.");
}
