using Parcours.Domain.Time;

namespace Parcours.Engine.Sources;

/// <summary>What surrounds a payload when it is read.</summary>
/// <param name="Calendar">Gives times without a zone their instant.</param>
/// <param name="Currency">The currency of amounts that name none; 0 when the workspace has none yet.</param>
/// <param name="ReceivedAt">When it reached us.</param>
public sealed record SourceScene(Calendar Calendar, byte Currency, Instant ReceivedAt)
{
    /// <summary>Finds orders that were told before; null when only those that the reader was told of lately are known.</summary>
    public StoredOrders? Orders { get; init; }
}
