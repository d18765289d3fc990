using System.Collections.Immutable;

namespace Parcours.Statistics.Learners;

/// <summary>Why a row has its score: a starting point, the same for all rows, and what each feature added.</summary>
/// <param name="Start">The score of a row of which nothing is known: log-odds for a probability, the amount's unit for a value.</param>
/// <param name="Contributions">One a feature, in the order learnt; with <paramref name="Start"/> they add up to the score.</param>
public sealed record Explanation(double Start, ImmutableArray<FeatureContribution> Contributions)
{
    /// <summary>The score: <see cref="Start"/> and all contributions.</summary>
    public double Score => Start + Contributions.Sum(part => part.Amount);

    /// <summary>The strongest reasons, largest absolute amount first; a feature that added nothing is none.</summary>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<FeatureContribution> Main(int count) =>
        [.. Contributions.Where(part => part.Amount != 0).OrderByDescending(part => Math.Abs(part.Amount)).Take(count)];
}
