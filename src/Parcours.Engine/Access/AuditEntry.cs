using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>One line of the audit log: kinds and numbers only, no name, no address, no content.</summary>
/// <param name="Id">Its number: later lines have greater ones.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who, as <c>operator:2</c>, <c>key:5</c>, <c>local</c> or <c>nobody</c>.</param>
/// <param name="Action">What, as <c>key.revoked</c>.</param>
/// <param name="Object">To what, as <c>key:7</c>; empty for nothing in particular.</param>
public sealed record AuditEntry(long Id, Instant At, string Actor, string Action, string Object);
