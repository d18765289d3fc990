using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Boosting;

/// <summary>The score that trees correct: one for all rows, or the log-odds of another model.</summary>
internal sealed class StartingScore(IBinaryModel? model, double everywhere)
{
    // Log-odds of p are taken no further out than this: 1e-12 from 0 and 1.
    private const double Nearest = 1e-12;

    public double[] Of(FeatureTable rows)
    {
        double[] scores = model?.Predict(rows) ?? new double[rows.RowCount];
        foreach (ref double score in scores.AsSpan())
        {
            double p = Math.Clamp(score, Nearest, 1 - Nearest);
            score = model is null ? everywhere : Math.Log(p / (1 - p));
        }

        return scores;
    }

    public Explanation Explain(FeatureTable rows, int row) => model?.Explain(rows, row) ?? new(everywhere, []);
}
