using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Live;

/// <summary>Some lifecycles of a workspace, to be followed.</summary>
/// <param name="Ids">Which.</param>
/// <param name="Library">The lifecycles as they stand.</param>
internal sealed record FollowedLifecycles(IReadOnlyList<string> Ids, LifecycleLibrary Library) : IStageDefinitions
{
    public LifecycleDefinition? Find(string id) => Library.Find(id);

    public LifecycleAnalysis Analyse(LifecycleDefinition definition, HistoryBase histories) => Library.Analyse(definition, histories);
}
