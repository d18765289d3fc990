using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Products;

namespace Parcours.Engine.NextNeed;

/// <summary>
/// What every customer bought up to a date, basket by basket. A basket is what a subject ordered at one instant: orders that a file dates by the day and that fall on
/// the same day are one basket. Orders cancelled or refunded in full are left out.
/// </summary>
public sealed class PurchasedBaskets
{
    private PurchasedBaskets(HistoryBase histories, Catalogue catalogue, Instant at, NeedLevel products, NeedLevel categories)
    {
        Histories = histories;
        Catalogue = catalogue;
        At = at;
        Products = products;
        Categories = categories;
    }

    /// <summary>The base they were read from.</summary>
    public HistoryBase Histories { get; }

    /// <summary>What is known of the products.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The date: facts after it are not known.</summary>
    public Instant At { get; }

    /// <summary>By product.</summary>
    public NeedLevel Products { get; }

    /// <summary>By category; without any item when no product has one.</summary>
    public NeedLevel Categories { get; }

    /// <summary>How many customers have a basket.</summary>
    public int Customers => Enumerable.Range(0, Products.Baskets.CustomerCount).Count(HasBasket);

    /// <summary>Reads them; null when no order line is known at the date.</summary>
    public static PurchasedBaskets? Read(HistoryBase histories, Catalogue catalogue, Instant at)
    {
        var products = new LevelReading(histories, item => item, item => catalogue[item].Price);
        var categories = new LevelReading(histories, histories.Vocabulary.CategoryOf, _ => null);
        return products.Read(at) is { } bought ? new(histories, catalogue, at, bought, categories.Read(at) ?? LevelReading.Nothing(histories.SubjectCount)) : null;
    }

    /// <summary>Whether a subject has a basket.</summary>
    public bool HasBasket(int subject) => Products.Baskets.EndOf(subject) > Products.Baskets.StartOf(subject);

    /// <summary>What a product or category is called: the catalogue's name, else the text it is known by.</summary>
    public string NameOf(int term) => Catalogue[term].Name is { Length: > 0 } name ? name : Histories.Vocabulary.TextOf(term);
}
