using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Parcours.Server.Operations;

/// <summary>
/// What the instruments of this process measured since the server started: its own (meter <c>Parcours</c>), those of ASP.NET Core and those of the runtime. Any
/// thread may measure; the number of series is bounded.
/// </summary>
internal sealed class MetricsBook : IDisposable
{
    private const int MostSeries = 5000;

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), MetricSeries> _series = new();
    private readonly IMeterFactory _own;

    public MetricsBook(IMeterFactory own)
    {
        _own = own;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsHeard(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Note(instrument, (double)value, tags));
        _listener.Start();
    }

    /// <summary>Every series there is, those that are only measured when asked included, in the order of names and labels.</summary>
    internal IReadOnlyList<MetricSeries> Read()
    {
        _listener.RecordObservableInstruments();
        return [.. _series.Values.OrderBy(series => series.Name, StringComparer.Ordinal).ThenBy(series => series.Labels, StringComparer.Ordinal)];
    }

    public void Dispose() => _listener.Dispose();

    // Another server in the same process has a factory of its own.
    private bool IsHeard(Meter meter) =>
        meter.Name is "Parcours" or "System.Runtime" or "Microsoft.AspNetCore.Hosting" or "Microsoft.AspNetCore.Server.Kestrel"
        && (meter.Scope is null || ReferenceEquals(meter.Scope, _own));

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        (Instrument, string) key = (instrument, MetricSeries.LabelsOf(tags));
        if (!_series.TryGetValue(key, out MetricSeries? series))
        {
            if (_series.Count >= MostSeries)
            {
                return;
            }

            series = _series.GetOrAdd(key, static key => new MetricSeries(key.Instrument, key.Labels));
        }

        series.Note(value);
    }
}
