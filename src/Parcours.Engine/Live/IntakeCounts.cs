namespace Parcours.Engine.Live;

/// <summary>What became of messages: <c>Received = Stored + Duplicates + Quarantined</c>, always.</summary>
/// <param name="Received">How many came.</param>
/// <param name="Stored">How many are new and kept.</param>
/// <param name="Duplicates">How many were known by their message id.</param>
/// <param name="Quarantined">How many were put aside.</param>
public readonly record struct IntakeCounts(long Received, long Stored, long Duplicates, long Quarantined)
{
    /// <summary>Both together.</summary>
    public static IntakeCounts operator +(IntakeCounts one, IntakeCounts other) =>
        new(one.Received + other.Received, one.Stored + other.Stored, one.Duplicates + other.Duplicates, one.Quarantined + other.Quarantined);
}
