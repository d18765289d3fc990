using System.Collections.Immutable;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>How the count of one stage changed in a window: After = Before + Entries + In - Out.</summary>
/// <param name="Stage">The stage, by <see cref="Stage.Index"/>.</param>
/// <param name="Before">Subjects in it at the start of the window.</param>
/// <param name="Entries">Subjects whose first fact, in the window, put them in it.</param>
/// <param name="In">Moves into it.</param>
/// <param name="Out">Moves out of it.</param>
/// <param name="After">Subjects in it at the end of the window.</param>
public readonly record struct StageFlow(int Stage, long Before, long Entries, long In, long Out, long After)
{
    /// <summary>What the window added to the stage, negative when it lost.</summary>
    public long Net => After - Before;

    /// <summary>The flow of every stage in the window after <paramref name="from"/> up to <paramref name="at"/>.</summary>
    /// <param name="from">The start, exclusive; null for before the first fact.</param>
    public static ImmutableArray<StageFlow> Between(Timelines timelines, Instant? from, Instant at)
    {
        StageCounts before = StageCounts.Of(timelines, from ?? Instant.Beginning);
        StageCounts after = StageCounts.Of(timelines, at);
        var moves = Transitions.Between(timelines, from, at);
        return [.. Enumerable.Range(0, timelines.Stages.Length).Select(stage => new StageFlow(
            stage, before.PerStage[stage], moves.Entries(stage), moves.In(stage), moves.Out(stage), after.PerStage[stage]))];
    }
}
