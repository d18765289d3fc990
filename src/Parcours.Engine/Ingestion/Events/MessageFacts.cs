using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Orders;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>Makes the facts of messages that a company sends, and of the permission to send them.</summary>
internal static class MessageFacts
{
    /// <summary>What a browser's word for a permission is kept as: anybody can say it, so nobody may be written to because of it.</summary>
    public const string ClaimedConsent = "opt_in_claimed";

    private const string Marketing = "marketing";

    /// <summary>Adds what became of a message: its campaign is both item and link.</summary>
    public static Fault? Message(EventMeaning meaning, PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts)
    {
        string? campaign = slots.Text(PropertyField.Campaign) ?? CampaignOf(scene.Context);
        FactFlags flags = (slots.IsTrue(PropertyField.Automated) ? FactFlags.Automated : FactFlags.None)
            | (slots.IsTrue(PropertyField.Transactional) ? FactFlags.Transactional : FactFlags.None);
        facts.Add(new IncomingFact { Kind = meaning.Kind, Item = campaign, Link = campaign, Channel = ChannelOf(meaning, slots, Channel.Email), Flags = flags });
        return null;
    }

    /// <summary>Adds a permission given or withdrawn, for the purpose named or marketing.</summary>
    public static Fault? Consent(EventMeaning meaning, PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts)
    {
        Channel channel = ChannelOf(meaning, slots, Channel.Email);
        facts.Add(ConsentFact(meaning.Typed == FactKind.OptIn, channel, slots.Text(PropertyField.Purpose), scene.Trust) with
        {
            Link = slots.Text(PropertyField.Campaign) ?? CampaignOf(scene.Context),
        });
        return null;
    }

    /// <summary>A permission given or withdrawn. One that is given counts only from the company's own systems; one that is withdrawn counts from anybody.</summary>
    public static IncomingFact ConsentFact(bool isGiven, Channel channel, string? purpose, Trust trust) => new()
    {
        Kind = !isGiven ? FactKinds.NameOf(FactKind.OptOut) : trust == Trust.Company ? FactKinds.NameOf(FactKind.OptIn) : ClaimedConsent,
        Item = purpose ?? Marketing,
        Channel = channel,
    };

    /// <summary>The campaign of a message's context; null for none.</summary>
    public static string? CampaignOf(JsonElement context) =>
        context.ValueKind == JsonValueKind.Object && context.TryGetProperty("campaign"u8, out JsonElement campaign) && campaign.ValueKind == JsonValueKind.Object
            && campaign.TryGetProperty("name"u8, out JsonElement name) ? MessageText.Of(name, 200) : null;

    private static Channel ChannelOf(EventMeaning meaning, PropertySlots slots, Channel otherwise)
    {
        Channel channel = meaning.Channel != Channel.None ? meaning.Channel : Channels.Of(slots.Text(PropertyField.Channel));
        return channel != Channel.None ? channel : otherwise;
    }
}
