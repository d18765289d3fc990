using Parcours.Domain.Time;

namespace Parcours.Engine.Ingestion;

/// <summary>A message that cannot be taken: kept as it came, to be looked at, mended by a mapping and replayed.</summary>
/// <param name="ReceivedAt">When it reached us.</param>
/// <param name="Reason">A stable word for programs, as <c>missing_identity</c>.</param>
/// <param name="Detail">The reason in a sentence, in English.</param>
/// <param name="Raw">The message as it came, cut at 64 KB.</param>
public sealed record Quarantined(Instant ReceivedAt, string Reason, string Detail, string Raw);
