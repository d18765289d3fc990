using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Sources.Shops;

/// <summary>A customer as any shop tells it, as it stands now.</summary>
internal sealed record ShopCustomer
{
    /// <summary>The shop's number of them.</summary>
    public required string Id { get; init; }

    /// <summary>Who it is.</summary>
    public required ImmutableArray<IncomingIdentity> Who { get; init; }

    /// <summary>When it last changed.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>The payload it was read from.</summary>
    public required JsonElement Raw { get; init; }

    /// <summary>When they registered; null when not said, or for a guest.</summary>
    public Instant? RegisteredAt { get; init; }

    /// <summary>What is known of them; null values are left out.</summary>
    public ImmutableArray<(string Name, string? Value)> Attributes { get; init; } = [];

    /// <summary>Permissions given and withdrawn.</summary>
    public ImmutableArray<ShopConsent> Consents { get; init; } = [];
}
