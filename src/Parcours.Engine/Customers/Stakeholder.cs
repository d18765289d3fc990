using Parcours.Domain.Time;

namespace Parcours.Engine.Customers;

/// <summary>A person of an account.</summary>
/// <param name="Key">The key they are shown by.</param>
/// <param name="Name">Their name, else that key.</param>
/// <param name="Role">What they do there; null when not known.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when, not included; <see cref="Instant.Never"/> while it lasts.</param>
public sealed record Stakeholder(string Key, string Name, string? Role, Instant From, Instant To);
