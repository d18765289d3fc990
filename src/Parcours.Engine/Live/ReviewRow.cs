using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>Two identities that a sender took for one person, and that a rule keeps apart.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Identity">One of them.</param>
/// <param name="Other">The other.</param>
/// <param name="Reason">Why they are kept apart, as a stable word.</param>
/// <param name="At">When it was first said.</param>
public sealed record ReviewRow(long Id, int Identity, int Other, string Reason, Instant At);
