using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Engine.Customers;

/// <summary>A product that a customer bought most.</summary>
/// <param name="Name">The product, or the category where the source names no product.</param>
/// <param name="Category">Its category; null when not known.</param>
/// <param name="Days">On how many days it was bought.</param>
/// <param name="Spent">What was paid for it.</param>
public sealed record FavouriteProduct(string Name, string? Category, int Days, Money Spent)
{
    /// <summary>The products bought on most days, those more was spent on first among equals.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="history">The history, cut.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<FavouriteProduct> Of(HistoryBase histories, History history, int most)
    {
        var lines = new List<PurchasedLine>();
        new PurchasedLines().Read(history, lines);
        Vocabulary words = histories.Vocabulary;
        return
        [
            .. lines.GroupBy(line => line.Item)
                .Select(bought => new FavouriteProduct(
                    words.TextOf(bought.Key),
                    words.CategoryOf(bought.Key) is > 0 and var category && category != bought.Key ? words.TextOf(category) : null,
                    bought.Select(line => histories.Calendar.DayOf(line.At)).Distinct().Count(),
                    new Money(bought.Where(line => line.Currency == histories.Currency).Sum(line => line.Value), histories.Currency)))
                .OrderByDescending(product => product.Days).ThenByDescending(product => product.Spent.Minor).ThenBy(product => product.Name, StringComparer.Ordinal)
                .Take(most),
        ];
    }
}
