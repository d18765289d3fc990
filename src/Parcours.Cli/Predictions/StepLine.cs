using Parcours.Cli.Frame;

namespace Parcours.Cli.Predictions;

/// <summary>A progress line for work made of a few steps, each of a share of the whole that is known beforehand.</summary>
/// <param name="run">The verb's run.</param>
internal sealed class StepLine(VerbRun run) : IDisposable
{
    private readonly ProgressLine _line = new(run.Terminal, run.Time, run.Language);

    /// <summary>Says what is being done, and how much is behind it.</summary>
    /// <param name="share">Done of the whole, 0 to 1.</param>
    /// <param name="customers">How many customers it is about; 0 while not known.</param>
    public void At(double share, long customers = 0) => _line.Show(share, customers, run.Language.Say("customers", "clients"));

    /// <summary>A progress within a step.</summary>
    /// <param name="from">The share done before the step.</param>
    /// <param name="to">The share done after it.</param>
    /// <param name="customers">How many customers it is about.</param>
    public IProgress<double> Within(double from, double to, long customers = 0) => new Part(this, from, to, customers);

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private sealed class Part(StepLine line, double from, double to, long customers) : IProgress<double>
    {
        public void Report(double value) => line.At(from + ((to - from) * value), customers);
    }
}
