using System.Collections.Immutable;
using Parcours.Domain.Time;

namespace Parcours.Engine.Ingestion;

/// <summary>
/// One message on its way in: who it is about and the facts it says, in texts. Nothing is looked up yet, so reading it needs no store and any thread may do it.
/// </summary>
/// <param name="MessageId">What makes it one message for ever: the sender's id, or one made of the content where the sender gave none. Never empty.</param>
/// <param name="ReceivedAt">When it reached us.</param>
/// <param name="At">When it happened, corrected for the sender's clock.</param>
/// <param name="Identities">Who: the strongest kind first; one or more. They are taken for one person as far as the key's trust and the rules of identity allow.</param>
/// <param name="Facts">What it says; may be empty (an alias).</param>
public sealed record IncomingEvent(
    string MessageId, Instant ReceivedAt, Instant At, ImmutableArray<IncomingIdentity> Identities, ImmutableArray<IncomingFact> Facts)
{
    /// <summary>Another identity of the same person, said on purpose (alias); null for none.</summary>
    public IncomingIdentity? Alias { get; init; }

    /// <summary>What <see cref="Alias"/> names when it is not known as it stands and this is: clients do not say whether an earlier id was anonymous; null for none.</summary>
    public IncomingIdentity? AliasOr { get; init; }

    /// <summary>The account that the person belongs to from <see cref="At"/> on, or that the facts are about when <see cref="Identities"/> are an account's; null for none.</summary>
    public IncomingGroup? Group { get; init; }

    /// <summary>The message as it came, as JSON, with its four times; kept beside the first fact. Null for nothing.</summary>
    public string? Payload { get; init; }
}
