using Parcours.Statistics.Learners;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Boosting;

/// <summary>Boosted trees that give the probability of an outcome.</summary>
public sealed class BoostedModel : IBinaryModel
{
    private readonly Ensemble _ensemble;

    internal BoostedModel(Ensemble ensemble) => _ensemble = ensemble;

    /// <summary>How many trees were kept; 0 when no question told rows apart, and every row has the rate of the sample.</summary>
    public int TreeCount => _ensemble.TreeCount;

    /// <inheritdoc/>
    public double[] Predict(FeatureTable rows)
    {
        double[] scores = _ensemble.Scores(rows);
        foreach (ref double score in scores.AsSpan())
        {
            score = LogSpace.OneOver1PExp(-score);
        }

        return scores;
    }

    /// <summary>
    /// How much each feature moved one row's log-odds: what the questions about it changed in the mean answer on the row's way through each tree (Saabas, "Interpreting random
    /// forests", 2014). Quick and exact in sum; where features say the same thing, the one asked first takes the credit.
    /// </summary>
    /// <inheritdoc/>
    public Explanation Explain(FeatureTable rows, int row) => _ensemble.Explain(rows, row);
}
