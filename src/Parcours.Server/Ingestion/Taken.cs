using System.Collections.Immutable;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;

namespace Parcours.Server.Ingestion;

/// <summary>What became of the messages of a request.</summary>
/// <param name="Counts">How many were stored, known already, put aside.</param>
/// <param name="Messages">What was read of them, in order.</param>
internal readonly record struct Taken(IntakeCounts Counts, ImmutableArray<Received> Messages);
