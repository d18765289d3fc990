using Parcours.Domain.Facts;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>What an event's name means.</summary>
/// <param name="Kind">The kind of its fact, as files write it.</param>
/// <param name="Shape">How its properties are read.</param>
/// <param name="Typed">The typed kind; <see cref="FactKind.None"/> for a custom one.</param>
/// <param name="Channel">The channel that the name itself says.</param>
internal sealed record EventMeaning(string Kind, EventShape Shape, FactKind Typed, Channel Channel = Channel.None)
{
    /// <summary>Whether its e-mail or telephone may be another person's.</summary>
    public bool IsAboutOthers { get; init; }

    /// <summary>Whether it happens to a company when the message names one.</summary>
    public bool IsOfAccount => Typed is FactKind.TrialStarted or FactKind.TrialEnded or FactKind.SubscriptionStarted or FactKind.SubscriptionRenewed or FactKind.SubscriptionChanged
        or FactKind.SubscriptionCancelled or FactKind.SubscriptionEnded or FactKind.Contract or FactKind.GoLive or FactKind.DealCreated or FactKind.DealStage or FactKind.DealWon
        or FactKind.DealLost or FactKind.Offer or FactKind.CommitmentMade or FactKind.CommitmentMet or FactKind.AccountReview or FactKind.PartnershipAct;

    /// <summary>The custom fact of a name.</summary>
    public static EventMeaning Custom(string kind) => new(kind, EventShape.Custom, FactKind.None);

    /// <summary>A typed fact.</summary>
    public static EventMeaning Of(FactKind kind, EventShape shape = EventShape.Typed, Channel channel = Channel.None) => new(FactKinds.NameOf(kind), shape, kind, channel);
}
