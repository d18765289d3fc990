using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Expressions;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Ingestion.Facts;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Mapping;

/// <summary>What the JSON of a source means: a file that leads from its members to the fields of facts.</summary>
public sealed class SourceMapping
{
    private static readonly IngestionLimits Limits = new() { EventBytes = 1 << 20 };

    private readonly MappingFile _file;

    internal SourceMapping(MappingFile file) => _file = file;

    /// <summary>The header that holds the signature; null for the usual one.</summary>
    public string? SignatureHeader => _file.SignatureHeader;

    /// <summary>Whether the signature is written in Base64; else in hexadecimal.</summary>
    public bool IsBase64 => _file.IsBase64;

    /// <summary>Reads the text of a mapping file; null with errors when it cannot be used.</summary>
    public static (SourceMapping? Mapping, ImmutableArray<ExpressionError> Errors) Read(string text)
    {
        (MappingFile? file, ImmutableArray<ExpressionError> errors) = MappingFile.Read(text);
        return (file is null ? null : new SourceMapping(file), errors);
    }

    /// <summary>Reads a body.</summary>
    /// <param name="deliveryId">The id of the delivery; null for none.</param>
    internal void Read(SourceEvents events, string? deliveryId, JsonElement body)
    {
        JsonElement list = _file.Each is null ? body : _file.Each.In(body);
        if (list.ValueKind != JsonValueKind.Array)
        {
            ReadOne(events, deliveryId, list);
            return;
        }

        int place = 0;
        foreach (JsonElement message in list.EnumerateArray())
        {
            if (MessageText.Check(MessageText.Bytes(message), Limits) is { } fault)
            {
                events.PutAside(fault, message);
            }
            else
            {
                ReadOne(events, deliveryId is null ? null : string.Create(CultureInfo.InvariantCulture, $"{deliveryId}:{place}"), message);
            }

            place++;
        }
    }

    /// <summary>Whether a body that is not sound as a whole still has a list, of which the messages that are sound can be taken.</summary>
    internal bool HasList(JsonElement body)
    {
        try
        {
            return _file.Each?.In(body).ValueKind == JsonValueKind.Array;
        }
        catch (InvalidOperationException)
        {
            return false; // the name of a member on the way is no text
        }
    }

    /// <summary>Reads what was put aside: a body, or a message out of its list.</summary>
    internal void ReadAgain(SourceEvents events, JsonElement body)
    {
        if (_file.Each is { } each && each.In(body).ValueKind == JsonValueKind.Undefined)
        {
            ReadOne(events, null, body);
        }
        else
        {
            Read(events, null, body);
        }
    }

    private void ReadOne(SourceEvents events, string? deliveryId, JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            events.PutAside(Fault.NotAnObject, message);
            return;
        }

        string id = MessageText.Of(_file.Id?.In(message) ?? default, 200) is { } given ? events.IdOf(given) : deliveryId is null ? events.IdOf("message", message) : events.IdOf(deliveryId);
        ImmutableArray<Received> read = [.. _file.Facts.Index().Where(fact => Holds(fact.Item, message)).Select(fact => ReadFact(events, fact.Item, string.Create(CultureInfo.InvariantCulture, $"{id}:{fact.Index}"), message))];
        if (read.IsEmpty)
        {
            events.PutAside(new Fault("not_mapped", "No fact of the mapping file is for this message."), message);
        }
        else if (read.FirstOrDefault(fact => fact.Quarantined is not null) is { Quarantined: { } aside })
        {
            // All of a message or nothing: it is taken whole once it was mended.
            events.Add(new Received(null, aside with { Raw = MessageText.Raw(MessageText.Bytes(message)) }));
        }
        else
        {
            foreach (Received fact in read)
            {
                events.Add(fact);
            }
        }
    }

    private static bool Holds(MappedFact fact, JsonElement message)
    {
        foreach ((JsonPath path, ImmutableArray<string> texts) in fact.When)
        {
            if (MessageText.Of(path.In(message)) is not { } found || !texts.Contains(found))
            {
                return false;
            }
        }

        return true;
    }

    // The fields are written as one fact of a file, and read as files are: one set of rules for what a value may be.
    private static Received ReadFact(SourceEvents events, MappedFact mapped, string id, JsonElement message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("kind", mapped.Kind);
            json.WriteString("message_id", id);
            bool isDated = false;
            foreach ((string field, MappedValue value) in mapped.Fields)
            {
                isDated |= value.TryWrite(json, field, message) && field == "at";
            }

            if (!isDated)
            {
                json.WriteString("at", events.Scene.ReceivedAt.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            }

            json.WritePropertyName("payload");
            message.WriteTo(json);
            json.WriteEndObject();
        }

        using JsonDocument fact = JsonDocument.Parse(bytes.WrittenMemory, new JsonDocumentOptions { MaxDepth = 70 });
        return new FactMessages(events.Scene.Calendar, events.Scene.Currency, Limits, events.Scene.ReceivedAt, Trust.Company).Read(fact.RootElement);
    }
}
