using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports;

/// <summary>The stages of a lifecycle as every page shows them: in the same order and colours as its map.</summary>
/// <param name="Stages">The stages, in the order shown.</param>
/// <param name="Places">The place among them of each stage, by its index in the lifecycle.</param>
public sealed record ShownStages(IReadOnlyList<ReportStage> Stages, IReadOnlyList<int> Places)
{
    /// <summary>Those of a lifecycle.</summary>
    public static ShownStages Of(LifecycleDefinition definition)
    {
        var order = new StageOrder(definition);
        return new ShownStages(order.Stages, [.. Enumerable.Range(0, definition.Stages.Length).Select(order.PlaceOf)]);
    }

    /// <summary>A stage, by its index in the lifecycle.</summary>
    public ReportStage Of(int stage) => Stages[Places[stage]];
}
