using Parcours.Cli.Frame;

namespace Parcours.Cli.NextNeed;

/// <summary>Shows how far the counting is, from whichever thread tells.</summary>
internal sealed class LearningMeter(VerbRun run, long customers) : IDisposable
{
    private readonly ProgressLine _line = new(run.Terminal, run.Time, run.Language);
    private readonly Lock _gate = new();
    private double _furthest;
    private bool _isDone;

    /// <summary>Shows the share done, 0 to 1; a share behind one told before is passed over.</summary>
    public void Report(double share)
    {
        run.Cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_isDone && share > _furthest)
            {
                _furthest = share;
                _line.Show(share, (long)(share * customers), run.Language.Say("customers", "clients"));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDone)
        {
            _isDone = true;
            _line.Dispose();
        }
    }
}
