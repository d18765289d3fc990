using System.Runtime.InteropServices;
using System.Text.Json;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>The members of a message, found in one pass. Of members named twice the last counts, as for every other reader of JSON; null is as good as absent.</summary>
internal sealed class MessageFields
{
    public JsonElement Type { get; private set; }

    public JsonElement Event { get; private set; }

    public JsonElement UserId { get; private set; }

    public JsonElement AnonymousId { get; private set; }

    public JsonElement PreviousId { get; private set; }

    public JsonElement GroupId { get; private set; }

    public JsonElement MessageId { get; private set; }

    public JsonElement Name { get; private set; }

    public JsonElement Category { get; private set; }

    public JsonElement Properties { get; private set; }

    public JsonElement Traits { get; private set; }

    public JsonElement Context { get; private set; }

    public JsonElement Channel { get; private set; }

    public JsonElement Timestamp { get; private set; }

    public JsonElement OriginalTimestamp { get; private set; }

    public JsonElement SentAt { get; private set; }

    public bool HasWriteKey { get; private set; }

    /// <summary>Takes the members of a message.</summary>
    public void Read(JsonElement message)
    {
        Type = Event = UserId = AnonymousId = PreviousId = GroupId = MessageId = Name = Category = Properties = Traits = Context = Channel = Timestamp = OriginalTimestamp = SentAt = default;
        HasWriteKey = false;
        foreach (JsonProperty member in message.EnumerateObject())
        {
            Take(JsonMarshal.GetRawUtf8PropertyName(member), member.Value.ValueKind == JsonValueKind.Null ? default : member.Value);
        }
    }

    private void Take(ReadOnlySpan<byte> name, JsonElement value)
    {
        switch (name.Length)
        {
            case 4 when name.SequenceEqual("type"u8): Type = value; break;
            case 4 when name.SequenceEqual("name"u8): Name = value; break;
            case 5 when name.SequenceEqual("event"u8): Event = value; break;
            case 6 when name.SequenceEqual("userId"u8): UserId = value; break;
            case 6 when name.SequenceEqual("traits"u8): Traits = value; break;
            case 6 when name.SequenceEqual("sentAt"u8): SentAt = value; break;
            case 7 when name.SequenceEqual("context"u8): Context = value; break;
            case 7 when name.SequenceEqual("groupId"u8): GroupId = value; break;
            case 7 when name.SequenceEqual("channel"u8): Channel = value; break;
            case 8 when name.SequenceEqual("category"u8): Category = value; break;
            case 8 when name.SequenceEqual("writeKey"u8): HasWriteKey = true; break;
            case 9 when name.SequenceEqual("messageId"u8): MessageId = value; break;
            case 9 when name.SequenceEqual("timestamp"u8): Timestamp = value; break;
            case 10 when name.SequenceEqual("properties"u8): Properties = value; break;
            case 10 when name.SequenceEqual("previousId"u8): PreviousId = value; break;
            case 11 when name.SequenceEqual("anonymousId"u8): AnonymousId = value; break;
            case 17 when name.SequenceEqual("originalTimestamp"u8): OriginalTimestamp = value; break;
        }
    }
}
