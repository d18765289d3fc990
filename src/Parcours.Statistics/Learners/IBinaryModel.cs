namespace Parcours.Statistics.Learners;

/// <summary>What was learnt: probabilities for rows, and the reasons for one.</summary>
public interface IBinaryModel
{
    /// <summary>The probability of the outcome for each row, 0 to 1, never NaN.</summary>
    /// <param name="rows">A table with the features learnt from, found by name; others are ignored. A missing value is welcome everywhere.</param>
    /// <exception cref="ArgumentException">A feature is not in the table.</exception>
    double[] Predict(FeatureTable rows);

    /// <summary>How much each feature moved one row's score.</summary>
    /// <param name="rows">As for <see cref="Predict"/>.</param>
    /// <param name="row">Which row, from 0.</param>
    /// <exception cref="ArgumentException">A feature is not in the table.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    Explanation Explain(FeatureTable rows, int row);
}
