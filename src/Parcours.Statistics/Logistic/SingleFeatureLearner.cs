using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Logistic;

/// <summary>
/// One feature alone (days since the last order, say), through a logistic regression on it: the order of rows is that of the feature itself. What any richer learner must
/// beat to be worth its trouble. Wübben and von Wangenheim, "Instant customer base analysis: managerial heuristics often get it right", Journal of Marketing 72 (2008).
/// </summary>
/// <param name="feature">The feature's name.</param>
public sealed class SingleFeatureLearner(string feature) : IBinaryLearner
{
    private readonly LogisticLearner _logistic = new();

    /// <summary>"days_since_last_order alone".</summary>
    public string Name => $"{feature} alone";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The sample has no such feature.</exception>
    public Learned<IBinaryModel> Learn(BinarySample sample) =>
        _logistic.Learn(new(new FeatureTable(sample.Features[feature]), sample.Outcomes, sample.Weights));
}
