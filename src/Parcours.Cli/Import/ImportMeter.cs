using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Engine.Import;

namespace Parcours.Cli.Import;

/// <summary>
/// Shows how far an import has come, on the error output: a bar with rate and time left where a person watches, a line every two seconds elsewhere.
/// </summary>
internal sealed class ImportMeter : IProgress<ImportProgress>, IDisposable
{
    private const int BarWidth = 24;

    private static readonly TimeSpan WatchedPace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LoggedPace = TimeSpan.FromSeconds(2);

    private readonly Terminal _terminal;
    private readonly Language _language;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _pace;
    private TimeSpan _last;
    private bool _drawn;

    private ImportMeter(VerbRun run)
    {
        _terminal = run.Terminal;
        _language = run.Language;
        _time = run.Time;
        _start = run.Time.GetTimestamp();
        _pace = run.Terminal.WatchesProgress ? WatchedPace : LoggedPace;
    }

    /// <summary>A meter for a run; null when machines read the answer.</summary>
    public static ImportMeter? On(VerbRun run) => run.Json ? null : new ImportMeter(run);

    /// <inheritdoc/>
    public void Report(ImportProgress value)
    {
        TimeSpan elapsed = _time.GetElapsedTime(_start);
        if (elapsed - _last < _pace)
        {
            return;
        }

        _last = elapsed;
        double share = value.TotalBytes == 0 ? 1 : Math.Min(1, value.Bytes / (double)value.TotalBytes);
        string rate = _language.Count((long)(value.Lines / Math.Max(elapsed.TotalSeconds, 0.001)));
        var left = TimeSpan.FromSeconds(share > 0 ? Math.Min(elapsed.TotalSeconds * (1 - share) / share, 359_999) : 0);
        string text = _language.Say(
            $"{_language.Percent(share, 0)}, {_language.Count(value.Lines)} lines, {rate}/s, {Clock(left)} left",
            $"{_language.Percent(share, 0)}, {_language.Count(value.Lines)} lignes, {rate}/s, reste {Clock(left)}");
        if (!_terminal.WatchesProgress)
        {
            _terminal.Error.WriteLine(text);
            return;
        }

        int done = (int)(share * BarWidth);
        string bar = new string('━', done) + new string('─', BarWidth - done);
        _terminal.Error.Write($"\r{bar} {text}\u001b[K");
        _drawn = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_drawn)
        {
            _terminal.Error.Write("\r\u001b[K");
        }
    }

    private static string Clock(TimeSpan time) =>
        time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
