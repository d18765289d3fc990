namespace Parcours.Engine.Reports.Model;

/// <summary>Every change of stage of the observed year.</summary>
/// <param name="Moves">By stage left, then by stage reached.</param>
/// <param name="MovesYearEarlier">All changes of the year before; null when the base had none.</param>
internal sealed record TransitionMatrix(IReadOnlyList<IReadOnlyList<long>> Moves, long? MovesYearEarlier);
