namespace Parcours.Statistics.Logistic;

/// <summary>How a logistic regression is fitted.</summary>
public sealed record LogisticOptions
{
    /// <summary>
    /// λ, the weight of the penalty (λ / 2) Σ β² on the coefficients of standardised features, 0 or more; the intercept is free. 1 by default, the prior of coefficients
    /// with a standard deviation of 1. 0 is plain maximum likelihood.
    /// </summary>
    public double L2 { get; init; } = 1;

    /// <summary>How many threads may work, 1 or more; -1, the default, for as many as there are cores. The model is the same.</summary>
    public int Threads { get; init; } = -1;

    internal LogisticOptions Checked() =>
        L2 >= 0 && double.IsFinite(L2)
            ? this
            : throw new ArgumentException($"L2 is {L2}: a penalty is finite and 0 or more.", nameof(L2));
}
