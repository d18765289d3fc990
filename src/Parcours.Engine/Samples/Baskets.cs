using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>
/// Fills baskets in correlated categories: the first line leans to the customer's favourite, the others to the first line's companions.
/// </summary>
internal sealed class Baskets(Shop shop)
{
    private const int MostLines = 12;
    private static readonly int[] ByPopularity = [.. ShopCategory.All.SelectMany((category, place) => Enumerable.Repeat(place, category.Popularity))];

    private readonly BasketLine[] _lines = new BasketLine[MostLines];
    private int _count;

    /// <summary>The lines of the last basket filled.</summary>
    public ReadOnlySpan<BasketLine> Lines => _lines.AsSpan(0, _count);

    /// <summary>A category, by popularity.</summary>
    public static int CategoryOf(ref Draw draw) => ByPopularity[draw.Below(ByPopularity.Length)];

    /// <summary>A product of a category: the first ones sell best.</summary>
    public static int ProductOf(ref Draw draw, int category)
    {
        double skew = draw.Unit();
        return Catalogue.PlaceOf(category, (int)(skew * skew * Catalogue.ProductsPerCategory));
    }

    /// <summary>Fills a basket.</summary>
    /// <param name="day">The day of the order: the sales cut prices.</param>
    /// <param name="coupon">Whether ten per cent come off.</param>
    public void Fill(ref Draw draw, in Person person, int day, bool coupon)
    {
        int first = draw.Happens(0.45) ? person.Favourite : CategoryOf(ref draw);
        _count = Math.Min(MostLines, 1 + draw.Poisson(shop.Truth.LinesPerOrder - 1));
        for (int i = 0; i < _count; i++)
        {
            _lines[i] = LineOf(ref draw, i == 0 ? first : NextTo(ref draw, first), day, coupon);
        }
    }

    private static int NextTo(ref Draw draw, int category)
    {
        (int one, int two) = ShopCategory.All[category].Companions;
        return draw.Unit() switch
        {
            < 0.40 => category,
            < 0.62 => one,
            < 0.78 => two,
            _ => CategoryOf(ref draw),
        };
    }

    private BasketLine LineOf(ref Draw draw, int category, int day, bool coupon)
    {
        ShopCategory kind = ShopCategory.All[category];
        int place = ProductOf(ref draw, category);
        int price = Catalogue.Products[place].Price;
        int percent = kind.InSales && shop.Clock.InSales(day) ? 10 * draw.Between(2, 5) : 0;
        int before = Rounded(price * (long)(100 - percent), 100);
        int after = coupon ? Rounded(before * 90L, 100) : before;
        int quantity = kind.ByWeight ? 50 * draw.Between(2, 10) : draw.Unit() switch { < 0.86 => 1_000, < 0.96 => 2_000, _ => 3_000 };
        long amount = Rounded((long)after * quantity, 1_000);
        return new(place, quantity, after, amount, Rounded((long)before * quantity, 1_000) - amount);
    }

    /// <summary>A quotient rounded to the nearest, halves to the even one.</summary>
    private static int Rounded(long value, long by)
    {
        long quotient = value / by;
        long twice = (value - (quotient * by)) * 2;
        return (int)(twice > by || (twice == by && (quotient & 1) == 1) ? quotient + 1 : quotient);
    }
}
