using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>A message that came a moment ago.</summary>
/// <param name="Number">From 1 since the start; each one higher than those before.</param>
/// <param name="KeyId">The key it came by.</param>
/// <param name="Message">What was read of it.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record Arrival(long Number, int KeyId, Received Message, ArrivalOutcome Outcome);
