using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>A story that is in a stage on a day (to its last microsecond), and one that just is not.</summary>
internal sealed record StageCase(string Lifecycle, string Stage, Story Story, string On, IReadOnlyList<Story> Peers)
{
    public Story? Near { get; private set; }

    public string NearOn { get; private set; } = string.Empty;

    public string NearStage { get; private set; } = string.Empty;

    /// <summary>The definition's target, for a company that has one.</summary>
    public string? Target { get; init; }

    /// <summary>What just misses the stage, and where it is instead.</summary>
    public StageCase But(Story near, string on, string stage)
    {
        Near = near;
        NearOn = on;
        NearStage = stage;
        return this;
    }

    /// <summary>The same story on another day.</summary>
    public StageCase But(string on, string stage) => But(Story, on, stage);

    public string StageOf(Story story, string on)
    {
        LifecycleDefinition definition = BuiltInLifecycles.Find(Lifecycle)!;
        definition = Target is null ? definition : definition with { Target = new SourceText(Target) };
        LifecycleAnalysis analysis = Stories.Analysis(definition, Stories.Of(Calendar.Utc, [story, .. Peers]));
        Instant end = Calendar.Utc.EndOfDay(Calendar.Utc.DayOf(Domain(on)));
        int stage = analysis.Timelines.StageAt(0, end);
        return stage < 0 ? "none" : definition.Stages[stage].Id;
    }

    private static Instant Domain(string on) => Lifecycles.Story.At(Calendar.Utc, on);
}
