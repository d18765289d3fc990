using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Indicators;

/// <summary>The lifecycle whose stages the average basket is shown by, on a base.</summary>
/// <param name="Lifecycle">The lifecycle's id.</param>
/// <param name="Subject">Whom the lifecycle covers.</param>
/// <param name="Timelines">The stages of every subject.</param>
public sealed record StageNames(string Lifecycle, SubjectType Subject, Timelines Timelines)
{
    /// <summary>The lifecycle shown when none is named.</summary>
    public const string Usual = "crm-segments";
}
