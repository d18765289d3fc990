using System.Collections.Immutable;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>The score of one customer.</summary>
/// <param name="Probability">Of having left at the end of the horizon, 0 to 1.</param>
/// <param name="At">The date it is of: nothing after it is looked at.</param>
/// <param name="Reasons">The main reasons, the strongest first.</param>
public sealed record ChurnScore(double Probability, Instant At, ImmutableArray<ChurnReason> Reasons);
