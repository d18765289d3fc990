using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Boosting;

/// <summary>
/// Gradient-boosted trees for an outcome that happens or not: log-odds are a sum of small trees, each grown on the slope of the log-loss left by those before it. Friedman,
/// "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001); on histograms of 255 bins, Ke et al., "LightGBM", NIPS 2017.
/// </summary>
/// <remarks>
/// A missing value goes, at each question, to the side where such rows gained most (with none to learn from, to the larger side). Categories are parted into any two sets, found in
/// the order of their mean slope. Gradients are summed as whole numbers, so that a model depends on the sample, the options and the seed alone. Up to 8 million rows.
/// </remarks>
/// <param name="options">How to grow; null for the defaults.</param>
/// <param name="start">
/// A learner whose log-odds the trees correct, instead of the rate of the sample; null for none. Trees answer the same beyond the last value seen, so that where values grow with time
/// (days since the first order) a regression to start from carries on where they stop.
/// </param>
public sealed class BoostingLearner(BoostingOptions? options = null, IBinaryLearner? start = null) : IBinaryLearner
{
    private readonly BoostingOptions _options = (options ?? new()).Checked();

    /// <inheritdoc/>
    public string Name => start is null ? "boosting" : $"boosting on {start.Name}";

    /// <inheritdoc/>
    public Learned<IBinaryModel> Learn(BinarySample sample)
    {
        Learned<BoostedModel> fit = Fit(sample);
        return new(fit.Model, fit.Refusal);
    }

    /// <summary>Learns, and tells how many trees were kept.</summary>
    /// <param name="sample">Rows with outcomes, fewer than 8,388,608.</param>
    /// <returns>The model; refused without rows of both classes, or when the learner to start from refuses.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are too many rows.</exception>
    public Learned<BoostedModel> Fit(BinarySample sample)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sample.Features.RowCount, GradientScale.MostRows, nameof(sample));
        if (sample.Refusal() is { } refusal)
        {
            return Learned<BoostedModel>.Refused(refusal);
        }

        double[] targets = Require.AsNumbers(sample.Outcomes);
        var booster = new Booster(
            sample.Features, targets, sample.Weights, _options, (y, w) => new LogLoss(y, w), start is null ? null : rows => start.Learn(sample.Take(rows)));
        Learned<Ensemble> fit = booster.Run();
        return fit.Model is null ? Learned<BoostedModel>.Refused(fit.Refusal!.Value) : Learned<BoostedModel>.Of(new(fit.Model));
    }
}
