using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Lifecycles;

/// <summary>A lifecycle as its file defines it: exclusive stages, each with its rules, and the way forward.</summary>
/// <param name="Id">Its identifier, as "crm-segments".</param>
/// <param name="Name">Its name, as shown.</param>
/// <param name="Source">Where the model comes from.</param>
/// <param name="Subject">Whom it covers.</param>
/// <param name="ForwardOnly">Whether a subject never goes back along the path.</param>
/// <param name="Thresholds">The named thresholds, in the order of the file.</param>
/// <param name="Target">Who is in the market at all, as a condition; null for everyone.</param>
/// <param name="Stages">The stages, by index.</param>
/// <param name="Path">The way forward, as stage indexes; stages off it are exits.</param>
/// <param name="Rules">The rules in matching order; the last is <c>always</c>.</param>
public sealed record LifecycleDefinition(
    string Id,
    LocalText Name,
    string Source,
    SubjectType Subject,
    bool ForwardOnly,
    ImmutableArray<ThresholdRule> Thresholds,
    SourceText? Target,
    ImmutableArray<Stage> Stages,
    ImmutableArray<int> Path,
    ImmutableArray<StageRule> Rules)
{
    /// <summary>Checks every rule against the language: what a file may hold that is well formed and still wrong.</summary>
    /// <returns>The errors, in the order of the file; empty when all is well.</returns>
    /// <param name="others">The ids of other lifecycles whose stage a rule may read.</param>
    /// <param name="properties">The properties that a condition may name.</param>
    /// <param name="scores">The churn scores that a rule may read; null for none.</param>
    /// <param name="isList">Whether a segment of that name is a list; null when there are none.</param>
    public ImmutableArray<ExpressionError> Check(
        Func<string, LifecycleDefinition?> others, FactProperties properties, IScores? scores = null, Func<string, bool>? isList = null)
    {
        var errors = ImmutableArray.CreateBuilder<ExpressionError>();
        SourceText[] conditions = Target is null ? [] : [Target];
        foreach (SourceText condition in conditions.Concat(Rules.Select(rule => rule.When)))
        {
            try
            {
                _ = new LifecycleWalk(this with { Rules = [new StageRule(0, null, condition)] }, LifecycleContext.Unbound(this, others, properties, scores, isList));
            }
            catch (ExpressionException e)
            {
                errors.Add(e.Error);
            }
        }

        return errors.DistinctBy(error => (error.Line, error.Column)).ToImmutableArray();
    }
}
