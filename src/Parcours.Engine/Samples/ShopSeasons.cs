namespace Parcours.Engine.Samples;

/// <summary>How busy the shop is on a date, against an ordinary weekday.</summary>
internal static class ShopSeasons
{
    private static readonly double[] Months = [0.85, 0.85, 0.95, 1.0, 1.05, 0.95, 0.9, 0.75, 1.05, 1.05, 1.25, 1.6];
    private static readonly double[] Weekdays = [0.7, 0.9, 0.95, 1.05, 1.0, 1.1, 1.45]; // from Sunday

    /// <summary>The weight of a date: month, weekday, sales (busiest at their start), and the closed days.</summary>
    public static double WeightOf(DateOnly date)
    {
        if (date is { Month: 1, Day: 1 } or { Month: 5, Day: 1 } or { Month: 12, Day: 25 })
        {
            return 0.2;
        }

        int sales = FrenchSales.DayOf(date);
        double lift = sales < 0 ? 1 : sales < 7 ? 2.2 : 1.6;
        double gifts = date is { Month: 12, Day: >= 8 and <= 23 } ? 1.4 : 1;
        return Months[date.Month - 1] * Weekdays[(int)date.DayOfWeek] * lift * gifts;
    }
}
