using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Boosting;

/// <summary>
/// A feature cut into at most 255 bins, learnt once, so that a value is a byte: numbers by edges that leave about as many rows in each bin, categories by
/// code. Bin 255 is for what is missing, and for codes never seen.
/// </summary>
internal sealed class FeatureBins
{
    public const int Missing = 255;
    private const int MostBins = 255;
    private const int MostSorted = 200_000;

    // Numbers: bin b holds what is above edge b - 1 and at most edge b; padded with infinity to 255 so that eight comparisons find it.
    private readonly float[] _edges = [];
    private readonly Dictionary<float, byte> _codes = [];

    private FeatureBins(string name, float[] edges)
    {
        Name = name;
        Count = edges.Length + 1;
        _edges = new float[MostBins];
        Array.Fill(_edges, float.PositiveInfinity);
        edges.CopyTo(_edges, 0);
    }

    private FeatureBins(string name, Dictionary<float, byte> codes)
    {
        Name = name;
        IsCategory = true;
        Count = codes.Count == 0 ? 0 : codes.Values.Max() + 1;
        _codes = codes;
    }

    public string Name { get; }

    public bool IsCategory { get; }

    /// <summary>How many bins there are, the missing one not counted.</summary>
    public int Count { get; }

    /// <summary>Learns the bins of a feature from some of its rows.</summary>
    public static FeatureBins Of(FeatureColumn feature, int[] rows)
    {
        if (feature.Kind == FeatureKind.Category)
        {
            return new(feature.Name, Codes(feature, rows));
        }

        int taken = Math.Min(rows.Length, MostSorted);
        var values = new List<float>(taken);
        ReadOnlySpan<float> all = feature.Values.Span;
        for (int i = 0; i < taken; i++)
        {
            float value = all[rows[(int)((long)i * rows.Length / taken)]];
            if (!float.IsNaN(value))
            {
                values.Add(value);
            }
        }

        values.Sort();
        return new(feature.Name, Edges(values));
    }

    /// <summary>The bins of some rows' values.</summary>
    public void Fill(ReadOnlySpan<float> values, ReadOnlySpan<int> rows, Span<byte> bins)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            bins[i] = BinOf(values[rows[i]]);
        }
    }

    public byte BinOf(float value)
    {
        if (float.IsNaN(value))
        {
            return Missing;
        }

        if (IsCategory)
        {
            return _codes.GetValueOrDefault(value, (byte)Missing);
        }

        float[] edges = _edges;
        int below = 0;
        for (int step = 128; step > 0; step >>= 1)
        {
            below += edges[below + step - 1] < value ? step : 0;
        }

        return (byte)below;
    }

    // The commonest codes have a bin each; beyond 255 the rare ones share the last.
    private static Dictionary<float, byte> Codes(FeatureColumn feature, int[] rows)
    {
        var counts = new Dictionary<float, int>();
        ReadOnlySpan<float> codes = feature.Values.Span;
        foreach (int row in rows)
        {
            if (!float.IsNaN(codes[row]))
            {
                counts[codes[row]] = counts.GetValueOrDefault(codes[row]) + 1;
            }
        }

        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select((pair, place) => (pair.Key, Bin: (byte)Math.Min(place, MostBins - 1)))
            .ToDictionary(pair => pair.Key, pair => pair.Bin);
    }

    // A bin is closed when it holds its part of the rows still to place; a value frequent enough for a bin has one of its own.
    private static float[] Edges(List<float> sorted)
    {
        var distinct = new List<(float Value, int Rows)>();
        foreach (float value in sorted)
        {
            if (distinct.Count > 0 && distinct[^1].Value == value)
            {
                distinct[^1] = (value, distinct[^1].Rows + 1);
            }
            else
            {
                distinct.Add((value, 1));
            }
        }

        var edges = new List<float>();
        int held = 0;
        int left = sorted.Count;
        for (int i = 0; i + 1 < distinct.Count && edges.Count < MostBins - 1; i++)
        {
            held += distinct[i].Rows;
            double part = (double)left / (MostBins - edges.Count);
            if (distinct.Count <= MostBins || held >= part || distinct[i + 1].Rows >= part)
            {
                edges.Add(Between(distinct[i].Value, distinct[i + 1].Value));
                left -= held;
                held = 0;
            }
        }

        return [.. edges];
    }

    private static float Between(float low, float high)
    {
        float middle = (float)(((double)low + high) / 2);
        return middle < high ? middle : low;
    }
}
