using Parcours.Domain.Time;

namespace Parcours.Domain.Accounts;

/// <summary>A time during which a customer was a stakeholder of an account.</summary>
/// <param name="Account">The account's index.</param>
/// <param name="Customer">The customer's index.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended, not included; <see cref="Instant.Never"/> while it lasts.</param>
public readonly record struct Membership(int Account, int Customer, Instant From, Instant To);
