using Parcours.Engine.Live;

namespace Parcours.Server.Sources;

/// <summary>What became of what a source sent. A call may bring several messages: an order and its refunds are told apart.</summary>
/// <param name="Received">How many messages it brought.</param>
/// <param name="Stored">How many are new.</param>
/// <param name="Duplicates">How many were known.</param>
/// <param name="Quarantined">How many were put aside.</param>
internal sealed record Taken(long Received, long Stored, long Duplicates, long Quarantined)
{
    internal static Taken Of(IntakeCounts counts) => new(counts.Received, counts.Stored, counts.Duplicates, counts.Quarantined);
}
