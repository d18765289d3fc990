using System.Collections.Concurrent;
using Parcours.Domain.Seasons;
using Parcours.Engine.Seasons;

namespace Parcours.Engine.Samples;

/// <summary>The sales (soldes) of the product's calendar of France, by year.</summary>
internal static class FrenchSales
{
    private static readonly Season WinterSales = SeasonLibrary.France.Find("winter-sales")!;
    private static readonly Season SummerSales = SeasonLibrary.France.Find("summer-sales")!;
    private static readonly ConcurrentDictionary<int, (DayRange Winter, DayRange Summer)> Years = [];

    /// <summary>How many days a season of sales lasts by the rule.</summary>
    public static int Days => WinterSales.Days;

    /// <summary>The first day of the winter sales of a year.</summary>
    public static DateOnly Winter(int year) => In(year).Winter.First;

    /// <summary>The first day of the summer sales of a year.</summary>
    public static DateOnly Summer(int year) => In(year).Summer.First;

    /// <summary>The day of the sales a date is, from 0; -1 outside them.</summary>
    public static int DayOf(DateOnly date)
    {
        (DayRange winter, DayRange summer) = In(date.Year);
        DayRange sales = date.Month < 5 ? winter : summer;
        return date >= sales.First && date <= sales.Last ? date.DayNumber - sales.First.DayNumber : -1;
    }

    private static (DayRange Winter, DayRange Summer) In(int year) =>
        Years.GetOrAdd(year, static asked => (WinterSales.Between(asked, asked)[0], SummerSales.Between(asked, asked)[0]));
}
