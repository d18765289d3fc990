using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>Who does what and when: goes to the store with the change, and into the audit log in the same transaction.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Action">What, as <c>key.created</c>.</param>
public readonly record struct Audited(Instant At, Caller By, string Action);
