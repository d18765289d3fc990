using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Live;

/// <summary>A subject's move into a stage.</summary>
/// <param name="Subject">Its index.</param>
/// <param name="Left">The stage left, by its place in the definition; -1 for none.</param>
/// <param name="Entered">The stay that begins.</param>
internal readonly record struct StageMove(int Subject, int Left, StageSpan Entered);
