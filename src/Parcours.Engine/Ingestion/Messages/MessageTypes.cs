namespace Parcours.Engine.Ingestion.Messages;

/// <summary>The names of the types of messages, in full and short.</summary>
internal static class MessageTypes
{
    /// <summary>The type that an endpoint is for; <see cref="MessageType.Unknown"/> when its messages say it.</summary>
    public static MessageType Of(IngestionEndpoint endpoint) => endpoint switch
    {
        IngestionEndpoint.Track => MessageType.Track,
        IngestionEndpoint.Identify => MessageType.Identify,
        IngestionEndpoint.Page => MessageType.Page,
        IngestionEndpoint.Screen => MessageType.Screen,
        IngestionEndpoint.Group => MessageType.Group,
        IngestionEndpoint.Alias => MessageType.Alias,
        IngestionEndpoint.Batch or IngestionEndpoint.Import or IngestionEndpoint.Facts => MessageType.Unknown,
    };

    /// <summary>The type that a message says it is.</summary>
    public static MessageType Of(string type) => type switch
    {
        "track" or "t" => MessageType.Track,
        "identify" or "i" => MessageType.Identify,
        "page" or "p" => MessageType.Page,
        "screen" or "s" => MessageType.Screen,
        "group" or "g" => MessageType.Group,
        "alias" or "a" => MessageType.Alias,
        _ => type.Length <= 10 && type.ToLowerInvariant().Trim() is var plain && plain != type ? Of(plain) : MessageType.Unknown,
    };

    /// <summary>The type that a message must be by what it holds, where it does not say.</summary>
    public static MessageType Of(MessageFields fields) =>
        fields.Event.ValueKind != default ? MessageType.Track
        : fields.PreviousId.ValueKind != default ? MessageType.Alias
        : fields.GroupId.ValueKind != default ? MessageType.Group
        : fields.Traits.ValueKind != default ? MessageType.Identify
        : MessageType.Unknown;
}
