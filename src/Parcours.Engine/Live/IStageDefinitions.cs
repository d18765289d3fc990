using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Live;

/// <summary>What the stages of a live base are read under, as it stands: lifecycles, or segments seen as lifecycles.</summary>
internal interface IStageDefinitions
{
    /// <summary>The ids to follow.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>A definition; null when it is gone or cannot be used.</summary>
    LifecycleDefinition? Find(string id);

    /// <summary>A definition on a base.</summary>
    LifecycleAnalysis Analyse(LifecycleDefinition definition, HistoryBase histories);
}
