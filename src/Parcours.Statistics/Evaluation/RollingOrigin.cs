using System.Collections.Immutable;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Evaluation;

/// <summary>
/// Evaluation as in real life: at each date, learn from the last window whose outcome was known by then, and test on what came after. Tashman, "Out-of-sample tests of
/// forecasting accuracy", International Journal of Forecasting 16 (2000).
/// </summary>
public static class RollingOrigin
{
    /// <summary>Evaluates a learner over windows.</summary>
    /// <param name="learner">What is evaluated.</param>
    /// <param name="windows">In any order.</param>
    /// <returns>In order of the date tested, a step for every window that some other had closed before; none when there is no such pair.</returns>
    public static ImmutableArray<RollingOriginStep> Run(IBinaryLearner learner, IEnumerable<EvaluationWindow> windows)
    {
        EvaluationWindow[] ordered = [.. windows.OrderBy(window => window.At)];
        var models = new Dictionary<EvaluationWindow, Learned<IBinaryModel>>(ReferenceEqualityComparer.Instance);
        var steps = ImmutableArray.CreateBuilder<RollingOriginStep>();
        foreach (EvaluationWindow tested in ordered)
        {
            if (Array.FindLast(ordered, window => window.ClosesAt <= tested.At) is not { } learnt)
            {
                continue;
            }

            if (!models.TryGetValue(learnt, out Learned<IBinaryModel>? model))
            {
                models[learnt] = model = learner.Learn(learnt.Sample);
            }

            BinaryMeasures? measures = model.Model is null ? null : BinaryMeasures.Compute(model.Model.Predict(tested.Sample.Features), tested.Sample.Outcomes);
            steps.Add(new(learnt, tested, measures, model.Refusal));
        }

        return steps.ToImmutable();
    }
}
