namespace Parcours.Engine.Sources;

/// <summary>One call of a webhook, its signature checked.</summary>
/// <param name="Topic">What it says that happened, as its header writes it; empty where the body says it.</param>
/// <param name="DeliveryId">What makes it one delivery for ever, as its header writes it; null for none.</param>
/// <param name="Body">The body as it came.</param>
public sealed record Hook(string Topic, string? DeliveryId, ReadOnlyMemory<byte> Body);
