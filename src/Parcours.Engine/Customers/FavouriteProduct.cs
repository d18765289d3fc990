using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Engine.Customers;

/// <summary>A product that a customer bought most.</summary>
/// <param name="Name">The product, or the category where the source names no product.</param>
/// <param name="Category">Its category; null when not known.</param>
/// <param name="Days">On how many days it was bought.</param>
/// <param name="Spent">What was paid for it.</param>
/// <param name="LastDay">The local day of the last time, as <see cref="Domain.Time.Calendar"/> counts days.</param>
/// <param name="EveryDays">The median number of days between two purchases of it; null with fewer than three days, which tell nothing yet.</param>
public sealed record FavouriteProduct(string Name, string? Category, int Days, Money Spent, int LastDay, int? EveryDays)
{
    private const int FewestDays = 3;

    /// <summary>The day on which it is due again at its own rhythm; null when that is not known.</summary>
    public int? DueDay => LastDay + EveryDays;

    /// <summary>The products bought on most days, those more was spent on first among equals.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="history">The history, cut.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<FavouriteProduct> Of(HistoryBase histories, History history, int most)
    {
        var lines = new List<PurchasedLine>();
        new PurchasedLines().Read(history, lines);
        return
        [
            .. lines.GroupBy(line => line.Item).Select(bought => Of(histories, bought.Key, [.. bought]))
                .OrderByDescending(product => product.Days).ThenByDescending(product => product.Spent.Minor).ThenBy(product => product.Name, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    private static FavouriteProduct Of(HistoryBase histories, int item, List<PurchasedLine> bought)
    {
        Vocabulary words = histories.Vocabulary;
        int[] days = [.. bought.Select(line => histories.Calendar.DayOf(line.At)).Distinct().Order()];
        int[] gaps = [.. days.Skip(1).Zip(days, (later, earlier) => later - earlier).Order()];
        return new FavouriteProduct(
            words.TextOf(item),
            words.CategoryOf(item) is > 0 and var category && category != item ? words.TextOf(category) : null,
            days.Length,
            new Money(bought.Where(line => line.Currency == histories.Currency).Sum(line => line.Value), histories.Currency),
            days[^1],
            days.Length < FewestDays ? null : gaps[gaps.Length / 2]);
    }
}
