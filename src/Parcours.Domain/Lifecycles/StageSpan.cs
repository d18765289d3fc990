using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>A stay in a stage. It lasts until the next span of the same subject begins, or for ever.</summary>
/// <param name="From">When the stage was entered.</param>
/// <param name="Stage">The stage, by its <see cref="Stage.Index"/>.</param>
/// <param name="Rule">The rule that held on entry, by its place in the definition: the reason.</param>
public readonly record struct StageSpan(Instant From, short Stage, short Rule);
