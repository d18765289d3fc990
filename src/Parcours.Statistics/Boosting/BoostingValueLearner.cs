using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Boosting;

/// <summary>Gradient-boosted trees for an amount (the spend of the next year): as <see cref="BoostingLearner"/>, on the squared error.</summary>
/// <param name="options">How to grow; null for the defaults.</param>
public sealed class BoostingValueLearner(BoostingOptions? options = null)
{
    private readonly BoostingOptions _options = (options ?? new()).Checked();

    /// <summary>Learns.</summary>
    /// <param name="features">What was known of each row; fewer than 8,388,608 rows.</param>
    /// <param name="amounts">What came of it, one a row, finite.</param>
    /// <param name="weights">How many rows each one stands for, finite and 0 or more; null when all count alike.</param>
    /// <returns>The model; refused without rows. Amounts that are all the same give that amount everywhere.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or an amount or a weight is out of range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many rows.</exception>
    public Learned<BoostedValueModel> Fit(FeatureTable features, double[] amounts, double[]? weights = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features.RowCount, GradientScale.MostRows, nameof(features));
        if (amounts.Length != features.RowCount || (weights is not null && weights.Length != features.RowCount))
        {
            throw new ArgumentException($"{features.RowCount} rows, {amounts.Length} amounts, {weights?.Length ?? features.RowCount} weights: there must be one a row.");
        }

        if (Array.Exists(amounts, amount => !double.IsFinite(amount)))
        {
            throw new ArgumentException("An amount is not finite.", nameof(amounts));
        }

        return SampleWeights.Checked(weights) is { } checkedWeights ? Fit(features, amounts, checkedWeights, checkedWeights.Sum() > 0) : Fit(features, amounts, null, amounts.Length > 0);
    }

    private Learned<BoostedValueModel> Fit(FeatureTable features, double[] amounts, double[]? weights, bool anything) =>
        anything
            ? Learned<BoostedValueModel>.Of(new(new Booster(features, amounts, weights, _options, (y, w) => new SquaredError(y, w)).Run().Model!))
            : Learned<BoostedValueModel>.Refused(LearningRefusal.NoRows);
}
