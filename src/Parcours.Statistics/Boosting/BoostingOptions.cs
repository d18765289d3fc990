namespace Parcours.Statistics.Boosting;

/// <summary>How trees are boosted. The defaults suit ten thousand rows and more; fewer or noisier rows want fewer leaves and a lower rate.</summary>
public sealed record BoostingOptions
{
    /// <summary>How many trees at most, 1 or more; early stopping keeps fewer. 500 by default.</summary>
    public int Trees { get; init; } = 500;

    /// <summary>What part of each tree's answer is added, above 0 to 1. 0.1 by default; lower learns more slowly and more evenly.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>How many leaves a tree has at most, 2 or more. 31 by default; the leaf that gains most is split next, however deep it lies.</summary>
    public int Leaves { get; init; } = 31;

    /// <summary>How many rows a leaf has at least, 1 or more. 20 by default.</summary>
    public int MinimumRowsPerLeaf { get; init; } = 20;

    /// <summary>λ, the weight of the penalty (λ / 2) Σ v² on the values of leaves, finite and 0 or more. 1 by default.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>What part of the features each tree may use, drawn anew for each, above 0 to 1. 1, all of them, by default.</summary>
    public double FeatureShare { get; init; } = 1;

    /// <summary>
    /// What part of the rows is held back to tell when to stop, 0 to 0.5. 0.1 by default. 0 grows every tree, as do samples too small for 50 rows to be held back.
    /// </summary>
    public double ValidationShare { get; init; } = 0.1;

    /// <summary>How many trees in a row may fail to lower the loss of the rows held back before growing stops, 1 or more. 20 by default.</summary>
    public int Patience { get; init; } = 20;

    /// <summary>Which rows are held back, and which features each tree draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, 1 or more; -1, the default, for as many as there are cores. The model is the same.</summary>
    public int Threads { get; init; } = -1;

    internal BoostingOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Trees, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Leaves, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumRowsPerLeaf, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Patience, 1);
        Within(LearningRate, nameof(LearningRate), LearningRate is > 0 and <= 1);
        Within(FeatureShare, nameof(FeatureShare), FeatureShare is > 0 and <= 1);
        Within(ValidationShare, nameof(ValidationShare), ValidationShare is >= 0 and <= 0.5);
        Within(L2, nameof(L2), L2 >= 0 && double.IsFinite(L2));
        return this;
    }

    private static void Within(double value, string name, bool holds)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, "Out of range.");
        }
    }
}
