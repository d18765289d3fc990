using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources;

/// <summary>Gathers the messages that one payload of a source says, and those that are put aside.</summary>
/// <param name="source">The source.</param>
/// <param name="scene">What surrounds the payload.</param>
internal sealed class SourceEvents(SourceProfile source, SourceScene scene)
{
    private const int LongestPayload = 64 * 1024;

    private readonly ImmutableArray<Received>.Builder _messages = ImmutableArray.CreateBuilder<Received>();
    private readonly PersonKeys _keys = new();

    /// <summary>The source.</summary>
    public SourceProfile Source => source;

    /// <summary>What surrounds the payload.</summary>
    public SourceScene Scene => scene;

    /// <summary>What was gathered.</summary>
    public ImmutableArray<Received> Take() => _messages.DrainToImmutable();

    /// <summary>The keys of a person: the tool's own number, and what the tool knows of them.</summary>
    /// <param name="number">The tool's number; null, 0 and nothing for a guest.</param>
    public ImmutableArray<IncomingIdentity> Who(string? number, JsonElement email, JsonElement phone)
    {
        _keys.Clear();
        bool isKnown = number is not (null or "" or "0");
        IncomingIdentity? own = isKnown && source.OwnsCustomerNumbers ? _keys.Read(IdentityKind.Customer, number!) : null;
        _keys.Add(IdentityKind.Email, email);
        _keys.Add(IdentityKind.Phone, phone);
        ImmutableArray<IncomingIdentity> who = _keys.Take();
        who = own is null ? who : who.Insert(0, own);
        return isKnown ? who.Add(new IncomingIdentity(IdentityKind.External, source.NumberPrefix + ":" + number)) : who;
    }

    /// <summary>The id of a message that the tool numbers itself.</summary>
    public string IdOf(string what) => $"source:{source.Name}:{what}";

    /// <summary>The id of a message by its content: what is read again is the same message.</summary>
    public string IdOf(string what, JsonElement content) => IdOf($"{what}:{Convert.ToHexStringLower(SHA256.HashData(MessageText.Bytes(content))[..16])}");

    /// <summary>Adds a message; puts it aside when its time or its person is no good.</summary>
    public void Add(string id, Instant at, ImmutableArray<IncomingIdentity> who, ImmutableArray<IncomingFact> facts, JsonElement raw)
    {
        Fault? fault = who.IsEmpty ? Fault.NoIdentity
            : at.Micros < 0 ? Fault.Early(at.ToString())
            : at.Micros > scene.ReceivedAt.Micros + (IngestionLimits.Default.Future.Ticks / TimeSpan.TicksPerMicrosecond) ? Fault.Future(at.ToString())
            : null;
        if (fault is not null)
        {
            PutAside(fault, raw);
            return;
        }

        at = at > scene.ReceivedAt ? scene.ReceivedAt : at;
        _messages.Add(new Received(new IncomingEvent(id, scene.ReceivedAt, at, who, facts) { Payload = Payload(raw) }, null));
    }

    /// <summary>Adds what was read elsewhere.</summary>
    public void Add(Received message) => _messages.Add(message);

    /// <summary>Puts a message aside.</summary>
    public void PutAside(Fault fault, JsonElement raw) => PutAside(fault, MessageText.Raw(raw.ValueKind == JsonValueKind.Undefined ? default : MessageText.Bytes(raw)));

    /// <summary>Puts a message aside.</summary>
    public void PutAside(Fault fault, string raw) => _messages.Add(new Received(null, new Quarantined(scene.ReceivedAt, fault.Reason, fault.Detail, raw)));

    // A long payload keeps what conditions can look at: what stands at its top, but for lists and objects.
    private static string? Payload(JsonElement raw)
    {
        if (raw.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return MessageText.Bytes(raw).Length <= LongestPayload ? raw.GetRawText()
            : "{" + string.Join(',', raw.EnumerateObject()
                .Where(member => member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False && MessageText.Bytes(member.Value).Length <= 1000)
                .Select(member => $"{JsonSerializer.Serialize(member.Name)}:{member.Value.GetRawText()}")) + "}";
    }
}
