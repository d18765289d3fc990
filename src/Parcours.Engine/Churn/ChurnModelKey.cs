using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Engine.Churn;

/// <summary>What a choice of learner depends on: a kept one is used only where all of it is the same.</summary>
/// <param name="Definition">The definition's fingerprint.</param>
/// <param name="At">The date it was made at: nothing after it was looked at.</param>
/// <param name="Base">The base up to that date.</param>
/// <param name="Zone">The zone of its calendar.</param>
internal sealed record ChurnModelKey(string Definition, Instant At, BaseState Base, string Zone);
