using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Boosting;

/// <summary>Boosted trees that give an amount, in the unit learnt from.</summary>
public sealed class BoostedValueModel
{
    private readonly Ensemble _ensemble;

    internal BoostedValueModel(Ensemble ensemble) => _ensemble = ensemble;

    /// <summary>How many trees were kept; 0 when no question told rows apart, and every row has the mean of the sample.</summary>
    public int TreeCount => _ensemble.TreeCount;

    /// <summary>The expected amount of each row, never NaN. A sum of trees knows no bounds: it may fall a little below the lowest amount seen.</summary>
    /// <param name="rows">A table with the features learnt from, found by name.</param>
    /// <exception cref="ArgumentException">A feature is not in the table.</exception>
    public double[] Predict(FeatureTable rows) => _ensemble.Scores(rows);

    /// <summary>How much each feature moved one row's amount, as in <see cref="BoostedModel.Explain"/>, in the unit learnt from.</summary>
    /// <param name="rows">As for <see cref="Predict"/>.</param>
    /// <param name="row">Which row, from 0.</param>
    /// <exception cref="ArgumentException">A feature is not in the table.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Explanation Explain(FeatureTable rows, int row) => _ensemble.Explain(rows, row);
}
