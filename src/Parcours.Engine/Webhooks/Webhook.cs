using System.Collections.Immutable;
using Parcours.Domain.Time;

namespace Parcours.Engine.Webhooks;

/// <summary>An address that transitions are sent to as they are announced.</summary>
/// <param name="Id">Its number, from 1; 0 before it is stored.</param>
/// <param name="Url">The address.</param>
/// <param name="Lifecycles">The lifecycles it hears of; empty for all.</param>
/// <param name="Secret">What signs, encrypted.</param>
/// <param name="OldSecret">The secret before, encrypted: it signs too until <paramref name="OldUntil"/>. Null for none.</param>
/// <param name="OldUntil">Until when the old secret signs.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Disabled">Why nothing is sent: <c>operator</c>, <c>gone</c> (it answered 410) or <c>failing</c> (it failed for days); null while it is sent to.</param>
/// <param name="Progress">How far it has heard.</param>
public sealed record Webhook(
    int Id, Uri Url, ImmutableArray<string> Lifecycles, string Secret, string? OldSecret, Instant OldUntil, Instant Created, string? Disabled, WebhookProgress Progress);
