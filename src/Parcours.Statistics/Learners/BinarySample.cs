namespace Parcours.Statistics.Learners;

/// <summary>Rows with an outcome that happened or not (churned, bought): what a learner learns from and a model is tested on. Nothing is copied.</summary>
public sealed class BinarySample
{
    /// <summary>Rows with their outcomes.</summary>
    /// <param name="features">What was known before the outcome.</param>
    /// <param name="outcomes">One a row.</param>
    /// <param name="weights">How many rows each one stands for when learning, finite and 0 or more; null when all count alike. Measures count rows alike.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a weight is out of range.</exception>
    public BinarySample(FeatureTable features, bool[] outcomes, double[]? weights = null)
    {
        if (outcomes.Length != features.RowCount || (weights is not null && weights.Length != features.RowCount))
        {
            throw new ArgumentException($"{features.RowCount} rows, {outcomes.Length} outcomes, {weights?.Length ?? features.RowCount} weights: there must be one a row.");
        }

        Features = features;
        Outcomes = outcomes;
        Weights = SampleWeights.Checked(weights);
    }

    /// <summary>What was known.</summary>
    public FeatureTable Features { get; }

    /// <summary>What happened, one a row.</summary>
    public bool[] Outcomes { get; }

    /// <summary>How many rows each one stands for; null when all count alike.</summary>
    public double[]? Weights { get; }

    /// <summary>Some of the rows, in the order asked.</summary>
    /// <param name="rows">Places from 0; one may come twice.</param>
    public BinarySample Take(ReadOnlySpan<int> rows)
    {
        bool[] outcomes = new bool[rows.Length];
        double[]? weights = Weights is null ? null : new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            outcomes[i] = Outcomes[rows[i]];
            if (weights is not null)
            {
                weights[i] = Weights![rows[i]];
            }
        }

        return new(Features.Take(rows), outcomes, weights);
    }

    // Why nothing can be learnt from these rows, as far as outcomes and weights go.
    internal LearningRefusal? Refusal()
    {
        (double with, double without) = Totals();
        return with + without == 0 ? LearningRefusal.NoRows : with == 0 || without == 0 ? LearningRefusal.OneClass : null;
    }

    // The weight of the rows with the outcome, and of those without.
    internal (double With, double Without) Totals()
    {
        double with = 0;
        double without = 0;
        for (int row = 0; row < Outcomes.Length; row++)
        {
            double weight = Weights is null ? 1 : Weights[row];
            with += Outcomes[row] ? weight : 0;
            without += Outcomes[row] ? 0 : weight;
        }

        return (with, without);
    }
}
