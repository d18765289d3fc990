using Parcours.Domain.Time;
using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.NextNeed;

/// <summary>The figures of next need for a whole base: what the report shows.</summary>
/// <param name="At">The date: facts after it are not known.</param>
/// <param name="Customers">Customers with a basket.</param>
/// <param name="Baskets">Their baskets.</param>
/// <param name="Products">Products bought.</param>
/// <param name="Categories">Categories bought.</param>
/// <param name="ProductBacktest">What lists of products would have found, beside best-sellers.</param>
/// <param name="CategoryBacktest">The same for categories; null when no product has one.</param>
/// <param name="ProductDemand">The products most customers are likely to want next.</param>
/// <param name="CategoryDemand">The categories most customers are likely to want next.</param>
/// <param name="Pairs">What is bought together and next.</param>
public sealed record NextNeedFigures(
    Instant At,
    int Customers,
    int Baskets,
    int Products,
    int Categories,
    NextItemsBacktest ProductBacktest,
    NextItemsBacktest? CategoryBacktest,
    IReadOnlyList<NextDemand> ProductDemand,
    IReadOnlyList<NextDemand> CategoryDemand,
    NeedPairs Pairs)
{
    private const int ListLength = 3;

    /// <summary>Computes them.</summary>
    /// <param name="bought">What was bought.</param>
    /// <param name="top">How many products and categories to tell, 0 or more.</param>
    /// <param name="progress">Told the share done, 0 to 1, from several threads; may be null.</param>
    public static NextNeedFigures Of(PurchasedBaskets bought, int top, Action<double>? progress = null)
    {
        var model = NextNeedModel.Learn(bought, share => progress?.Invoke(share * 0.6));
        var pairs = NeedPairs.Find(bought, share => progress?.Invoke(0.6 + (share * 0.2)));
        var demand = new DemandSums(bought);
        foreach (CustomerNeeds needs in CustomerScan.Of(model, ListLength, share => progress?.Invoke(0.8 + (share * 0.2))))
        {
            demand.Add(needs);
        }

        return new(
            bought.At, bought.Customers, bought.Products.Baskets.Count, bought.Products.Terms.Count, bought.Categories.Terms.Count,
            model.ProductBacktest, model.CategoryBacktest, demand.Top(NeedLevelKind.Product, top), demand.Top(NeedLevelKind.Category, top), pairs);
    }
}
