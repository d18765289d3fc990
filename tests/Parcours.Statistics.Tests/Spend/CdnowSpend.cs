using System.Globalization;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Spend;

/// <summary>The CDNOW customers in weeks until 1997-09-30, same-day orders merged, in the order of the file.</summary>
internal sealed record CdnowSpend(PurchaseSummary[] Purchases, SpendSummary[] Spends, double[] Births, double HoldoutSpend)
{
    private static readonly DateOnly _start = new(1997, 1, 1);
    private static readonly DateOnly _end = new(1997, 9, 30);
    private static readonly DateOnly _holdoutEnd = new(1998, 6, 30);

    public static CdnowSpend Read(string file)
    {
        string[] lines = File.ReadAllLines(TestFile.Required(file));
        string[] columns = lines[0].Split(',');
        int id = Array.IndexOf(columns, "id");
        int date = Array.IndexOf(columns, "date");
        int amount = Array.IndexOf(columns, "amount");
        var customers = lines.Skip(1).Select(line => line.Split(','))
            .Select(cells => (Id: cells[id], Date: DateOnly.Parse(cells[date], CultureInfo.InvariantCulture), Amount: double.Parse(cells[amount], CultureInfo.InvariantCulture)))
            .GroupBy(order => order.Id)
            .Select(orders => orders.GroupBy(order => order.Date).Select(day => (Date: day.Key, Amount: day.Sum(order => order.Amount))).OrderBy(day => day.Date).ToArray())
            .ToArray();
        return new CdnowSpend(
            [.. customers.Select(Purchase)],
            [.. customers.Select(Spend)],
            [.. customers.Select(days => (days[0].Date.DayNumber - _start.DayNumber) / 7.0)],
            customers.Sum(days => days.Where(day => day.Date > _end && day.Date <= _holdoutEnd).Sum(day => day.Amount)));
    }

    private static PurchaseSummary Purchase((DateOnly Date, double Amount)[] days)
    {
        var inside = days.Where(day => day.Date <= _end).ToArray();
        int first = days[0].Date.DayNumber;
        return new PurchaseSummary(inside.Length - 1, (inside[^1].Date.DayNumber - first) / 7.0, (_end.DayNumber - first) / 7.0);
    }

    private static SpendSummary Spend((DateOnly Date, double Amount)[] days)
    {
        double[] repeats = [.. days.Skip(1).Where(day => day.Date <= _end).Select(day => day.Amount)];
        return new SpendSummary(repeats.Length, repeats.Length == 0 ? 0 : repeats.Average());
    }
}
