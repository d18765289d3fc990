namespace Parcours.Engine.Ingestion;

/// <summary>An account and what the person is in it.</summary>
/// <param name="Account">The account's own number, as the company writes it.</param>
/// <param name="Role">The person's role; null when not said.</param>
public sealed record IncomingGroup(string Account, string? Role);
