using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Parcours.Server.Operations;

/// <summary>What one instrument measured under one set of labels.</summary>
internal sealed class MetricSeries
{
    // Seconds, from a millisecond to ten: what requests take. ASP.NET Core advises the same.
    private static readonly double[] _usualBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly Lock _lock = new();
    private readonly bool _isSum;
    private readonly double[] _bounds;
    private readonly long[] _buckets;
    private double _value;
    private long _count;

    internal MetricSeries(Instrument instrument, string labels)
    {
        Type kind = instrument.GetType().GetGenericTypeDefinition();
        IsHistogram = kind == typeof(Histogram<>);
        IsCounter = kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);
        _isSum = kind == typeof(Counter<>) || kind == typeof(UpDownCounter<>);
        Name = NameOf(instrument);
        Labels = labels;
        Description = instrument.Description ?? string.Empty;
        _bounds = IsHistogram ? (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries?.ToArray() ?? _usualBounds : [];
        _buckets = new long[_bounds.Length];
    }

    internal string Name { get; }

    internal string Labels { get; }

    internal string Description { get; }

    internal bool IsHistogram { get; }

    internal bool IsCounter { get; }

    /// <summary>The tags as Prometheus writes labels, in the order of their names: <c>a="1",b="2"</c>.</summary>
    internal static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return string.Empty;
        }

        KeyValuePair<string, object?>[] sorted = tags.ToArray();
        Array.Sort(sorted, (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return string.Join(',', sorted.Select(tag => $"{Plain(tag.Key)}=\"{Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? string.Empty)}\""));
    }

    internal void Note(double value)
    {
        lock (_lock)
        {
            if (!IsHistogram)
            {
                _value = _isSum ? _value + value : value;
                return;
            }

            _value += value;
            _count++;
            int bucket = Array.FindIndex(_bounds, bound => value <= bound);
            if (bucket >= 0)
            {
                _buckets[bucket]++;
            }
        }
    }

    /// <summary>Writes its lines in the text format of Prometheus, version 0.0.4.</summary>
    internal void Write(StringBuilder text)
    {
        lock (_lock)
        {
            if (!IsHistogram)
            {
                Line(text, Name, Labels, _value);
                return;
            }

            long below = 0;
            string comma = Labels.Length > 0 ? "," : string.Empty;
            for (int i = 0; i < _bounds.Length; i++)
            {
                below += _buckets[i];
                Line(text, Name + "_bucket", $"{Labels}{comma}le=\"{_bounds[i].ToString(CultureInfo.InvariantCulture)}\"", below);
            }

            Line(text, Name + "_bucket", $"{Labels}{comma}le=\"+Inf\"", _count);
            Line(text, Name + "_sum", Labels, _value);
            Line(text, Name + "_count", Labels, _count);
        }
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    // OpenTelemetry's rule for Prometheus: dots become underscores, the unit and then "total" follow.
    private string NameOf(Instrument instrument)
    {
        string unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", "1" => string.Empty, _ => string.Empty };
        string name = Plain(instrument.Name);
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        return IsCounter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    private static string Plain(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string Escaped(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
