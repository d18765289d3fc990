using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Sources.Shops;

/// <summary>An order as any shop tells it, as it stands now.</summary>
internal sealed record ShopOrder
{
    /// <summary>The shop's own number of it.</summary>
    public required string Id { get; init; }

    /// <summary>The number that the company knows it by, in files and on receipts: its link.</summary>
    public required string Number { get; init; }

    /// <summary>Who bought.</summary>
    public required ImmutableArray<IncomingIdentity> Who { get; init; }

    /// <summary>When it was placed.</summary>
    public required Instant At { get; init; }

    /// <summary>When it last changed.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>What it stands at, with taxes and delivery, after discounts, before refunds; minor units.</summary>
    public required long Total { get; init; }

    /// <summary>The currency's index in <see cref="Currencies"/>; never 0.</summary>
    public required byte Currency { get; init; }

    /// <summary>The payload it was read from.</summary>
    public required JsonElement Raw { get; init; }

    /// <summary>Where it was placed.</summary>
    public Channel Channel { get; init; }

    /// <summary>Whether it still waits to be paid: a checkout, not an order.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>When it was cancelled; null when it was not.</summary>
    public Instant? CancelledAt { get; init; }

    /// <summary>Whether all of it was given back, whatever the refunds that are named.</summary>
    public bool IsRefunded { get; init; }

    /// <summary>What was bought.</summary>
    public ImmutableArray<ShopLine> Lines { get; init; } = [];

    /// <summary>The coupons used.</summary>
    public ImmutableArray<string> Coupons { get; init; } = [];

    /// <summary>The refunds so far, the first one first.</summary>
    public ImmutableArray<ShopRefund> Refunds { get; init; } = [];
}
