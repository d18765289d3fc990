using Parcours.Domain.Time;

namespace Parcours.Domain.Experiments;

/// <summary>One subject's draw in a campaign.</summary>
/// <param name="Subject">The subject's index.</param>
/// <param name="Campaign">The term of the campaign.</param>
/// <param name="At">When it was drawn.</param>
/// <param name="IsTreated">Whether into a treated arm; false for the control arm.</param>
public readonly record struct Assignment(int Subject, int Campaign, Instant At, bool IsTreated);
