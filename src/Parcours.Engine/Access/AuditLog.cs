using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>The audit log: who did what, and when. It only grows. Capabilities write what they do here, with kinds and numbers only.</summary>
public sealed class AuditLog(IAccessStore store, TimeProvider time)
{
    /// <summary>Writes a line.</summary>
    /// <param name="by">Who.</param>
    /// <param name="action">What, as <c>customer.merged</c>.</param>
    /// <param name="subject">To what, as <c>customer:17</c>; empty for nothing in particular.</param>
    public void Write(Caller by, string action, string subject) => store.Write(new Audited(Instant.From(time.GetUtcNow()), by, action), subject);

    /// <summary>Lines, the latest first.</summary>
    /// <param name="before">Only lines with a smaller number; <see cref="long.MaxValue"/> for the latest.</param>
    /// <param name="most">How many.</param>
    public IReadOnlyList<AuditEntry> Read(long before, int most) => store.AuditLog(before, most);

    /// <summary>Lines that a filter lets through, the latest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only lines with a smaller number; <see cref="long.MaxValue"/> for the latest.</param>
    /// <param name="most">How many.</param>
    public IReadOnlyList<AuditEntry> Find(AuditFilter filter, long before, int most) => store.AuditLog(before, most, filter);
}
