using System.Collections.Immutable;

namespace Parcours.Engine.Ingestion;

/// <summary>What was read of a body: its messages, or why it is refused whole.</summary>
/// <param name="Refusal">Why nothing of it is taken; null when it was read.</param>
/// <param name="Messages">Its messages, in order; empty when it is refused.</param>
public sealed record IngestionAnswer(IngestionRefusal? Refusal, ImmutableArray<Received> Messages);
