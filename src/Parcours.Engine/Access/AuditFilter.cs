using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>Which lines of the audit log are looked for.</summary>
/// <param name="Actor">Who, as <c>operator:2</c>; null for everybody.</param>
/// <param name="Action">What an action begins with, as <c>key.</c>; null for every action.</param>
/// <param name="From">Not before this instant.</param>
/// <param name="To">Not after this instant.</param>
public sealed record AuditFilter(string? Actor, string? Action, Instant From, Instant To)
{
    /// <summary>Every line.</summary>
    public static AuditFilter Everything { get; } = new(null, null, Instant.Beginning, Instant.Never);
}
