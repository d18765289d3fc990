namespace Parcours.Statistics.Recommendation;

/// <summary>
/// Two items bought together, or one after the other, and whether that is more than chance. Counts are of trials: baskets, or steps from a basket to the customer's next one.
/// Support, confidence and lift: Agrawal, Imieliński and Swami, "Mining association rules between sets of items in large databases", SIGMOD 1993; Brin, Motwani, Ullman and
/// Tsur, "Dynamic itemset counting and implication rules for market basket data", SIGMOD 1997 (lift is their "interest").
/// </summary>
/// <param name="First">An item; for <see cref="PairRelation.Next"/> the one bought first.</param>
/// <param name="Second">Another item; for <see cref="PairRelation.Together"/> the one with the higher number.</param>
/// <param name="Customers">Distinct customers behind the pair: what intervals and tests rest on, so that one faithful customer does not make a rule.</param>
/// <param name="Both">Trials with both.</param>
/// <param name="FirstCount">Trials with the first.</param>
/// <param name="SecondCount">Trials with the second.</param>
/// <param name="Trials">All trials.</param>
/// <param name="ConfidenceInterval">Of <see cref="Confidence"/>: Wilson's interval on as many trials as if each customer counted once.</param>
/// <param name="LiftInterval">Of <see cref="Lift"/>: the exact Poisson interval of the number of customers behind the pair, relative to it; how often each item sells is taken as known.</param>
/// <param name="PValue">The chance that a Poisson count of mean FirstCount × SecondCount / Trials, which is what independence would give, reaches <paramref name="Customers"/>.</param>
/// <param name="QValue">
/// The p-value corrected for all the pairs that could have been found: keeping those at or below 0.05 keeps at most 5 % of false ones on average.
/// Source: Benjamini and Hochberg, "Controlling the false discovery rate", JRSS B 57(1), 1995.
/// </param>
public sealed record ItemPair(
    int First,
    int Second,
    int Customers,
    int Both,
    int FirstCount,
    int SecondCount,
    int Trials,
    ConfidenceInterval ConfidenceInterval,
    ConfidenceInterval LiftInterval,
    double PValue,
    double QValue)
{
    /// <summary>The share of trials with both, 0 to 1.</summary>
    public double Support => (double)Both / Trials;

    /// <summary>Of the trials with the first, the share that has the second too, 0 to 1.</summary>
    public double Confidence => (double)Both / FirstCount;

    /// <summary>Confidence over the share of all trials that has the second: 1 is chance, 3 is three times likelier.</summary>
    public double Lift => (double)Both * Trials / ((double)FirstCount * SecondCount);
}
