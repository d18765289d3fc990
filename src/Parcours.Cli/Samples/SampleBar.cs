using Parcours.Cli.Frame;
using Parcours.Engine.Samples;

namespace Parcours.Cli.Samples;

/// <summary>Shows how far a shop is drawn. Reports come on the verb's own thread.</summary>
internal sealed class SampleBar(ProgressLine line, int customers, string things) : IProgress<SampleProgress>
{
    /// <inheritdoc/>
    public void Report(SampleProgress value) => line.Show((double)value.Customers / customers, value.Facts, things);
}
