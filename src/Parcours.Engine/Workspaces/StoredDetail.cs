namespace Parcours.Engine.Workspaces;

/// <summary>What the store keeps of a fact and memory does not.</summary>
/// <param name="LinkKey">The text behind its link, as an order number; null for none.</param>
/// <param name="Payload">What else the source said, as a JSON object; null for nothing.</param>
public sealed record StoredDetail(string? LinkKey, string? Payload);
