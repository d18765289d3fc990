using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>What became of the messages of a key in an hour.</summary>
/// <param name="KeyId">The key.</param>
/// <param name="Hour">The start of the hour, UTC.</param>
/// <param name="Counts">The account.</param>
public sealed record AccountRow(int KeyId, Instant Hour, IntakeCounts Counts);
