namespace Parcours.Domain.Expressions;

/// <summary>
/// A subject's place in a ranking: the value, then the first order, then the subject's key, so that no two are equal
/// and quantile groups have equal sizes.
/// </summary>
/// <param name="Value">The measured number; for recency, minus the days since the last order.</param>
/// <param name="FirstOrderAt">The instant of the first order, in microseconds.</param>
/// <param name="Key">The subject's key in UTF-8.</param>
/// <param name="Subject">Its place in the base; -1 for the point above everyone.</param>
internal readonly record struct CutPoint(double Value, long FirstOrderAt, byte[] Key, int Subject)
{
    /// <summary>A point that nobody reaches.</summary>
    public static CutPoint AboveAll { get; } = new(double.PositiveInfinity, long.MaxValue, [], -1);

    public int CompareTo(double value, long firstOrderAt, ReadOnlySpan<byte> key)
    {
        int order = Value.CompareTo(value);
        order = order != 0 ? order : FirstOrderAt.CompareTo(firstOrderAt);
        return order != 0 ? order : ((ReadOnlySpan<byte>)Key).SequenceCompareTo(key);
    }
}
