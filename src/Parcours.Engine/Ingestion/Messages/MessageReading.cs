using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion.Events;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>Reads the messages of one body, one after the other.</summary>
internal sealed class MessageReading(EventNames names, byte currency, IngestionLimits limits, Instant receivedAt, Trust trust)
{
    private readonly MessageFields _fields = new();
    private readonly PersonKeys _keys = new();
    private readonly PropertySlots _properties = new();
    private readonly PropertySlots _traits = new();
    private readonly EventFacts _events = new(currency, names.ProductIsSku);
    private readonly TraitFacts _attributes = new(limits);
    private readonly MessagePayload _payload = new();
    private readonly MadeIds _ids = new();
    private readonly ImmutableArray<IncomingFact>.Builder _facts = ImmutableArray.CreateBuilder<IncomingFact>();

    /// <summary>When the whole body was sent, where it says so; of kind Undefined for none.</summary>
    public JsonElement SentAt { get; init; }

    /// <summary>The context of messages that have none; of kind Undefined for none.</summary>
    public JsonElement Context { get; init; }

    /// <summary>Reads a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="type">What it is; <see cref="MessageType.Unknown"/> when it says so itself.</param>
    public Received Read(JsonElement message, MessageType type)
    {
        ReadOnlySpan<byte> raw = MessageText.Bytes(message);
        if (message.ValueKind != JsonValueKind.Object)
        {
            return PutAside(Fault.NotAnObject, MessageText.Raw(raw));
        }

        _fields.Read(message);
        Fault? fault = MessageText.Check(raw, limits);
        IncomingEvent? read = null;
        fault ??= Read(message, type, out read);
        return fault is null ? new Received(read, null) : PutAside(fault, _fields.HasWriteKey ? _payload.WithoutKey(message) : MessageText.Raw(raw));
    }

    private Received PutAside(Fault fault, string raw) => new(null, new Quarantined(receivedAt, fault.Reason, fault.Detail, raw));

    private Fault? Read(JsonElement message, MessageType type, out IncomingEvent? read)
    {
        read = null;
        string? said = MessageText.Of(_fields.Type);
        type = type != MessageType.Unknown ? type : said is null ? MessageTypes.Of(_fields) : MessageTypes.Of(said);
        if (type == MessageType.Unknown)
        {
            return Fault.Type(said);
        }

        JsonElement original = _fields.OriginalTimestamp.ValueKind == JsonValueKind.Undefined ? _fields.Timestamp : _fields.OriginalTimestamp;
        JsonElement sentAt = _fields.SentAt.ValueKind == JsonValueKind.Undefined ? SentAt : _fields.SentAt;
        if (ReadTime(original, sentAt, out Instant at, out bool isDated) is { } fault)
        {
            return fault;
        }

        JsonElement context = _fields.Context.ValueKind == JsonValueKind.Object ? _fields.Context : Context;
        EventMeaning? meaning = null;
        if (type == MessageType.Track)
        {
            string? name = MessageText.Of(_fields.Event)?.Trim();
            if (string.IsNullOrEmpty(name))
            {
                return Fault.NoEvent;
            }

            meaning = names.Of(name);
        }

        JsonElement top = type is MessageType.Identify or MessageType.Group ? _fields.Traits : _fields.Properties;
        ReadPerson(type, context, meaning);
        string id = MadeIds.Given(MessageText.Of(_fields.MessageId)) ?? _ids.Make(MessageText.Bytes(message), isDated ? 0 : receivedAt.Micros);
        _facts.Clear();
        IncomingIdentity? alias = null;
        IncomingGroup? group = null;
        fault = type switch
        {
            MessageType.Alias => ReadAlias(out alias),
            MessageType.Group => ReadGroup(out group),
            MessageType.Track or MessageType.Page or MessageType.Screen or MessageType.Identify => ReadAccount(context, out group),
            MessageType.Unknown => Fault.Type(said),
        };
        if (fault is not null)
        {
            return fault;
        }

        IncomingIdentity? account = group is null ? null : new IncomingIdentity(IdentityKind.Account, group.Account);
        bool isAccount = _keys.IsEmpty && account is not null;
        ImmutableArray<IncomingIdentity> identities = isAccount ? [account!] : _keys.Take();
        if (identities.IsEmpty)
        {
            return Fault.NoIdentity;
        }

        var scene = new EventScene(SceneChannel.Of(type, context, _fields.Channel), context, trust, group is not null && !isAccount, isAccount ? null : identities[0]);
        fault = type switch
        {
            MessageType.Track => _events.Add(meaning!, _fields.Properties, _properties, scene, id, _facts),
            MessageType.Page or MessageType.Screen => ReadVisit(scene),
            MessageType.Identify => _attributes.Add(TraitsOf(context), ofAccount: false, isAccount, receivedAt, trust, _facts),
            MessageType.Group => _attributes.Add(_fields.Traits, ofAccount: !isAccount, isAccount: true, receivedAt, trust, _facts),
            MessageType.Alias or MessageType.Unknown => null,
        };
        if (fault is not null)
        {
            return fault;
        }

        read = new IncomingEvent(id, receivedAt, at, identities, [.. _facts])
        {
            Alias = alias,
            AliasOr = alias is { Kind: IdentityKind.Anonymous } ? alias with { Kind = IdentityKind.Customer } : null,
            Group = isAccount ? null : group,
            Payload = _payload.Write(message, top, Context, original, sentAt, at, receivedAt),
        };
        return null;
    }

    private Fault? ReadTime(JsonElement original, JsonElement sent, out Instant at, out bool isDated)
    {
        at = receivedAt;
        isDated = original.ValueKind != JsonValueKind.Undefined;
        if (!MessageTime.TryRead(original, out Instant? said))
        {
            return Fault.Time("timestamp", original.GetRawText());
        }

        // A time of sending that cannot be read corrects nothing.
        MessageTime.TryRead(sent, out Instant? sentAt);
        if (said is null)
        {
            isDated = false;
            return null;
        }

        at = sentAt is null ? said.Value : new Instant(receivedAt.Micros - (sentAt.Value.Micros - said.Value.Micros));
        if (at.Micros < 0)
        {
            return Fault.Early(at.ToString());
        }

        if (at.Micros > receivedAt.Micros + (limits.Future.Ticks / TimeSpan.TicksPerMicrosecond))
        {
            return Fault.Future(at.ToString());
        }

        at = at > receivedAt ? receivedAt : at;
        return null;
    }

    private void ReadPerson(MessageType type, JsonElement context, EventMeaning? meaning)
    {
        _keys.Clear();
        _keys.Add(_fields);
        if (type == MessageType.Identify)
        {
            _traits.Read(_fields.Traits);
            _keys.Add(_traits);
        }

        if (context.ValueKind == JsonValueKind.Object)
        {
            if (context.TryGetProperty("traits"u8, out JsonElement traits) && traits.ValueKind == JsonValueKind.Object)
            {
                _traits.Read(traits);
                _keys.Add(_traits);
            }

            if (context.TryGetProperty("externalIds"u8, out JsonElement externals) || context.TryGetProperty("externalId"u8, out externals))
            {
                _keys.AddExternal(externals);
            }
        }

        if (type is MessageType.Track or MessageType.Page or MessageType.Screen)
        {
            _properties.Read(_fields.Properties);
            if (meaning is { IsAboutOthers: false })
            {
                _keys.Add(_properties);
            }
        }
    }

    // RudderStack's library for pages says who a person is in the context alone.
    private JsonElement TraitsOf(JsonElement context) =>
        _fields.Traits.ValueKind != JsonValueKind.Object && context.ValueKind == JsonValueKind.Object && context.TryGetProperty("traits"u8, out JsonElement traits) ? traits : _fields.Traits;

    private Fault? ReadAlias(out IncomingIdentity? alias)
    {
        string? previous = MessageText.Of(_fields.PreviousId);
        alias = previous is null ? null : _keys.Read(previous.Contains('@') ? IdentityKind.Email : IdentityKind.Anonymous, previous);
        return alias is null || _keys.IsEmpty ? Fault.NoPrevious : null;
    }

    private Fault? ReadGroup(out IncomingGroup? group)
    {
        IncomingIdentity? account = MessageText.Of(_fields.GroupId) is { } id ? _keys.Read(IdentityKind.Account, id) : null;
        string? role = _fields.Traits.ValueKind == JsonValueKind.Object && _fields.Traits.TryGetProperty("role"u8, out JsonElement said) ? MessageText.Of(said, 200) : null;
        group = account is null ? null : new IncomingGroup(account.Key, role);
        return account is null ? Fault.NoGroup : null;
    }

    private Fault? ReadAccount(JsonElement context, out IncomingGroup? group)
    {
        JsonElement id = default;
        bool named = context.ValueKind == JsonValueKind.Object && context.TryGetProperty("groupId"u8, out id);
        IncomingIdentity? account = named && MessageText.Of(id) is { } text ? _keys.Read(IdentityKind.Account, text) : null;
        group = account is null ? null : new IncomingGroup(account.Key, null);
        return null;
    }

    private Fault? ReadVisit(in EventScene scene)
    {
        string? name = MessageText.Of(_fields.Name, 200) ?? _properties.Text(PropertyField.Name);
        _facts.Add(new IncomingFact { Kind = FactKinds.NameOf(FactKind.Visit), Item = name, Category = MessageText.Of(_fields.Category, 200), Channel = scene.Channel });
        return null;
    }
}
