using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;

namespace Parcours.Engine.Customers;

/// <summary>Two keys said to be one person, and how that came.</summary>
/// <param name="Id">Its number: what undoing it names.</param>
/// <param name="One">A key.</param>
/// <param name="Other">The other key.</param>
/// <param name="At">When it was said; null for those of imports.</param>
/// <param name="Reason">message, claim, alias or operator; import where an import said it.</param>
/// <param name="Trust">Who said it.</param>
public sealed record CustomerMerge(long Id, (IdentityKind Kind, string Key) One, (IdentityKind Kind, string Key) Other, Instant? At, string Reason, Trust Trust)
{
    /// <summary>A join in keys.</summary>
    public static CustomerMerge Of(IdentityGraph graph, JoinRow join) =>
        new(join.Id, graph[join.Identity], graph[join.Other], join.At, join.Reason ?? "import", join.Trust);
}
