using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.NextNeed;

/// <summary>
/// What is bought together and next. Only sure pairs are told: more than chance after Benjamini and Hochberg's correction. The surest lift comes first.
/// </summary>
/// <param name="ProductsTogether">Products of one basket.</param>
/// <param name="ProductsNext">A product, then another in the customer's next basket.</param>
/// <param name="CategoriesTogether">Categories of one basket.</param>
/// <param name="CategoriesNext">A category, then another in the customer's next basket.</param>
/// <param name="ProductsTested">How many pairs of products of one basket enough customers stood behind to be told, sure or not.</param>
public sealed record NeedPairs(
    IReadOnlyList<NeedPair> ProductsTogether,
    IReadOnlyList<NeedPair> ProductsNext,
    IReadOnlyList<NeedPair> CategoriesTogether,
    IReadOnlyList<NeedPair> CategoriesNext,
    int ProductsTested)
{
    /// <summary>The products bought together that nobody would have put side by side: sure pairs across categories, by the lower end of the lift's interval.</summary>
    public IEnumerable<NeedPair> Unexpected => ProductsTogether.Where(pair => pair.AcrossCategories);

    /// <summary>Counts and tests them.</summary>
    /// <param name="bought">What was bought.</param>
    /// <param name="progress">Told the share done, 0 to 1, from several threads; may be null.</param>
    public static NeedPairs Find(PurchasedBaskets bought, Action<double>? progress = null)
    {
        NeedPair[] together = Pairs(bought, bought.Products, PairRelation.Together, share => progress?.Invoke(share * 0.4));
        return new(
            Sure(together),
            Sure(Pairs(bought, bought.Products, PairRelation.Next, share => progress?.Invoke(0.4 + (share * 0.4)))),
            Sure(Pairs(bought, bought.Categories, PairRelation.Together, share => progress?.Invoke(0.8 + (share * 0.1)))),
            Sure(Pairs(bought, bought.Categories, PairRelation.Next, share => progress?.Invoke(0.9 + (share * 0.1)))),
            together.Length);
    }

    private static NeedPair[] Pairs(PurchasedBaskets bought, NeedLevel level, PairRelation relation, Action<double> progress) =>
    [
        .. ItemPairs.Find(level.Baskets, relation, progress).Select(pair =>
        {
            (int first, int second) = (level.Terms[pair.First], level.Terms[pair.Second]);
            (int one, int other) = (bought.Histories.Vocabulary.CategoryOf(first), bought.Histories.Vocabulary.CategoryOf(second));
            return new NeedPair(first, second, one != 0 && other != 0 && one != other, pair);
        }),
    ];

    private static NeedPair[] Sure(NeedPair[] pairs) => [.. pairs.Where(pair => pair.IsSure)];
}
