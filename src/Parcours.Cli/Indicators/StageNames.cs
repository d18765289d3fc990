using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Engine.Lifecycles;

namespace Parcours.Cli.Indicators;

/// <summary>The lifecycle whose stages the average basket is shown by, on a base.</summary>
/// <param name="Lifecycle">The lifecycle's id.</param>
/// <param name="Timelines">The stages of every subject.</param>
internal sealed record StageNames(string Lifecycle, Timelines Timelines)
{
    private const string Shown = "crm-segments";

    /// <summary>The stages of a base; null when it has no fact.</summary>
    public static StageNames? Of(HistoryBase histories)
    {
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || BuiltInLifecycles.Find(Shown) is not { } definition)
        {
            return null;
        }

        var analysis = new LifecycleAnalysis(definition, histories, category => RhythmHistory.Compute(histories, span.Last, category), BuiltInLifecycles.Find);
        return new(Shown, analysis.Timelines);
    }
}
