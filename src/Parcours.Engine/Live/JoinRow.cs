using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>Two identities said to be one person, or an earlier such row undone.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Identity">An identity; the number of the row undone, negative, where this row undoes one.</param>
/// <param name="Other">The other identity; where this row undoes one, -1, or -2 when the two are not to be joined again by themselves.</param>
/// <param name="At">When it was said; null for those of imports.</param>
/// <param name="Reason">Why: <c>message</c>, <c>claim</c>, <c>alias</c>, <c>operator</c>, <c>yielded</c>; null for those of imports.</param>
/// <param name="Trust">Who said it.</param>
public sealed record JoinRow(long Id, int Identity, int Other, Instant? At, string? Reason, Trust Trust);
