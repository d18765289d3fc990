namespace Parcours.Domain.Expressions;

/// <summary>
/// What the base was at the first instant of each month (workspace zone): cut points of rankings and means. A table holds until the next;
/// the last one for ever. Computed from histories cut there, so nothing of the future leaks into the past.
/// </summary>
internal sealed class BaseTables
{
    private readonly long[] _starts;
    private readonly Dictionary<(string Measure, double Share), CutPoint?[]> _cuts;
    private readonly Dictionary<string, double[]> _means;

    public BaseTables(long[] starts, Dictionary<(string Measure, double Share), CutPoint?[]> cuts, Dictionary<string, double[]> means)
    {
        _starts = starts;
        _cuts = cuts;
        _means = means;
    }

    public static BaseTables Empty { get; } = new([], [], []);

    /// <summary>The first instant of each table, in microseconds.</summary>
    public IReadOnlyList<long> Starts => _starts;

    /// <summary>The cut points of each measure and share, one for each table.</summary>
    public IReadOnlyDictionary<(string Measure, double Share), CutPoint?[]> Cuts => _cuts;

    /// <summary>The means of each measure, one for each table.</summary>
    public IReadOnlyDictionary<string, double[]> Means => _means;

    /// <summary>Whether there is no table: nothing of the base is read.</summary>
    public bool IsEmpty => _starts.Length == 0;

    /// <summary>
    /// The cut points of a share (0 to 1), one for each table: the first of the subjects ranked at or above it, null when nobody was.
    /// Null when the tables have none for it.
    /// </summary>
    public CutPoint?[]? CutsOf(string measure, double share) => _cuts.GetValueOrDefault((measure, share));

    /// <summary>The mean over the base at an instant; NaN when nobody was in it.</summary>
    public double MeanAt(string measure, long now, out long until)
    {
        int place = PlaceAt(now, out until);
        return place >= 0 && _means.TryGetValue(measure, out double[]? means) ? means[place] : double.NaN;
    }

    /// <summary>The table that holds at an instant, -1 before the first; and until when it does.</summary>
    public int PlaceAt(long now, out long until)
    {
        int found = Array.BinarySearch(_starts, now);
        int place = found >= 0 ? found : ~found - 1;
        until = place + 1 < _starts.Length ? _starts[place + 1] : long.MaxValue;
        return place;
    }
}
