using System.Globalization;

namespace Parcours.Statistics.Transactions;

/// <summary>CDNOW as the papers read it: weeks, orders of a day merged, calibrated to 1997-09-30, held back until 1998-06-30.</summary>
internal sealed class Cdnow
{
    private static readonly DateOnly _cut = new(1997, 9, 30);
    private static readonly DateOnly _end = new(1998, 6, 30);

    private Cdnow(string file, int idColumn)
    {
        var days = new SortedDictionary<string, SortedSet<DateOnly>>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(TestFile.Required(file)).Skip(1))
        {
            string[] cells = line.Split(',');
            if (!days.TryGetValue(cells[idColumn], out SortedSet<DateOnly>? dates))
            {
                days[cells[idColumn]] = dates = [];
            }

            dates.Add(DateOnly.Parse(cells[idColumn + 1], CultureInfo.InvariantCulture));
        }

        Summaries = [.. days.Values.Select(Summary)];
        Groups = PurchaseGroups.Of(Summaries);
        HeldBackOrders = days.Values.Sum(dates => dates.Count(date => date > _cut && date <= _end));
        HeldBackWeeks = (_end.DayNumber - _cut.DayNumber) / 7.0;
    }

    /// <summary>The sample of 2,357 customers of Fader, Hardie and Lee (2005).</summary>
    public static Cdnow Sample => new("cdnow-sample.csv", 1);

    /// <summary>All 23,570 customers.</summary>
    public static Cdnow All => new("cdnow.csv", 0);

    public PurchaseSummary[] Summaries { get; }

    public PurchaseGroups Groups { get; }

    public int HeldBackOrders { get; }

    public double HeldBackWeeks { get; }

    private static PurchaseSummary Summary(SortedSet<DateOnly> dates)
    {
        DateOnly first = dates.Min;
        List<DateOnly> seen = [.. dates.Where(date => date <= _cut)];
        return new(seen.Count - 1, (seen[^1].DayNumber - first.DayNumber) / 7.0, (_cut.DayNumber - first.DayNumber) / 7.0);
    }
}
