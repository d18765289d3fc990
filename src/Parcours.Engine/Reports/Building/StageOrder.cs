using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Building;

/// <summary>
/// The stages of a lifecycle in the order the report shows them: the path first, then the stage of those no rule knows,
/// then those that leave the path, from the first to lapse to the worst lost (definitions ask for the worst first).
/// </summary>
internal sealed class StageOrder
{
    private readonly int[] _shown;
    private readonly int[] _places;

    public StageOrder(LifecycleDefinition definition)
    {
        // A definition without a path has no way forward to colour: all but the unknown run from its last rule to its first.
        bool hasPath = definition.Path.Length > 0;
        int unknown = definition.Rules[^1].Stage;
        int[] forward = hasPath ? [.. definition.Path] : [.. All(definition).Where(stage => stage != unknown).Reverse()];
        int[] rest = [.. All(definition).Where(stage => !forward.Contains(stage))];
        int[] neutral = [.. rest.Where(stage => stage == unknown)];
        int[] warm = [.. rest.Where(stage => stage != unknown).Reverse()];
        _shown = [.. forward, .. neutral, .. warm];
        _places = new int[_shown.Length];
        for (int place = 0; place < _shown.Length; place++)
        {
            _places[_shown[place]] = place;
        }

        Stages =
        [
            .. forward.Select((stage, at) => Shown(definition.Stages[stage], StageTone.Forward, at, forward.Length)),
            .. neutral.Select((stage, at) => Shown(definition.Stages[stage], StageTone.Neutral, at, neutral.Length)),
            .. warm.Select((stage, at) => Shown(definition.Stages[stage], StageTone.Warm, at, warm.Length)),
        ];
    }

    /// <summary>The stages, in the order shown.</summary>
    public IReadOnlyList<ReportStage> Stages { get; }

    /// <summary>The stages by their index in the lifecycle, in the order shown.</summary>
    public IReadOnlyList<int> Indexes => _shown;

    /// <summary>The place of a stage of the lifecycle; -1 stays -1.</summary>
    public int PlaceOf(int stage) => stage < 0 ? -1 : _places[stage];

    private static IEnumerable<int> All(LifecycleDefinition definition) => Enumerable.Range(0, definition.Stages.Length);

    private static ReportStage Shown(Stage stage, StageTone tone, int place, int count) => new(stage.Id, stage.Name, tone, StagePalette.Color(tone, place, count), StagePalette.ColorOnDark(tone, place, count));
}
