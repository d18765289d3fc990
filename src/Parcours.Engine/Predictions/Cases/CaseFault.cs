using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Predictions.Cases;

/// <summary>A line of a file of cases that could not be evaluated.</summary>
/// <param name="Line">Its number, the header being 1.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record CaseFault(long Line, LocalText Reason);
