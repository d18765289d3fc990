using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.NextNeed;

/// <summary>Two products, or two categories, bought together or one after the other.</summary>
/// <param name="First">A term; for what is bought next, the one bought first.</param>
/// <param name="Second">Another term.</param>
/// <param name="AcrossCategories">Whether both have a category, and not the same.</param>
/// <param name="Figures">Counts, intervals and test. Its items are numbers of the level, not terms.</param>
public sealed record NeedPair(int First, int Second, bool AcrossCategories, ItemPair Figures)
{
    /// <summary>The share of false ones that pairs called sure may hold on average.</summary>
    public const double FalseShare = 0.05;

    /// <summary>Whether the pair is more than chance after the correction for many pairs, and both ends of its lift's interval are above 1.</summary>
    public bool IsSure => Figures.QValue <= FalseShare && Figures.LiftInterval.Low > 1;
}
