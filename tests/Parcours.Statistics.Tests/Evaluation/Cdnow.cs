using System.Globalization;
using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Evaluation;

/// <summary>Recency, frequency and amount features of the CDNOW customers at a date, and who did not order again within a horizon.</summary>
internal static class Cdnow
{
    /// <summary>One row a customer with an order by <paramref name="date"/>, from lines <c>id,date,n,amount</c> sorted by customer; counts, days and amounts as ln(1 + x).</summary>
    public static EvaluationWindow Window(string file, DateOnly date, int horizonDays)
    {
        var rows = new List<float[]>();
        var churned = new List<bool>();
        foreach (var customer in File.ReadLines(file).Skip(1).Select(Order.Parse).GroupBy(order => order.Customer))
        {
            Order[] known = [.. customer.Where(order => order.Day <= date.DayNumber).OrderBy(order => order.Day)];
            if (known.Length > 0)
            {
                rows.Add(Features(known, date.DayNumber));
                churned.Add(!customer.Any(order => order.Day > date.DayNumber && order.Day <= date.DayNumber + horizonDays));
            }
        }

        var columns = _names.Select((name, column) => FeatureColumn.Number(name, rows.Select(row => row[column]).ToArray()));
        return new(date.DayNumber, horizonDays, new(new(columns), [.. churned]));
    }

    private static readonly string[] _names =
    [
        "days_since_last_order", "days_since_first_order", "days_first_to_last", "orders", "purchase_days", "items", "spend", "average_basket",
        "last_basket", "largest_basket", "mean_gap", "gap_deviation", "silence_in_gaps", "orders_30_days", "orders_90_days", "spend_90_days",
    ];

    private static float[] Features(Order[] known, int at)
    {
        int[] days = [.. known.Select(order => order.Day).Distinct()];
        double[] gaps = [.. days.Zip(days.Skip(1), (from, to) => (double)(to - from))];
        double meanGap = gaps.Length == 0 ? double.NaN : gaps.Average();
        double spend = known.Sum(order => order.Amount);
        double[] features =
        [
            at - days[^1], at - days[0], days[^1] - days[0], known.Length, days.Length, known.Sum(order => order.Items), spend, spend / known.Length,
            known[^1].Amount, known.Max(order => order.Amount),
            meanGap,
            gaps.Length < 2 ? double.NaN : Math.Sqrt(gaps.Average(gap => (gap - meanGap) * (gap - meanGap))),
            (at - days[^1]) / meanGap,
            known.Count(order => order.Day > at - 30), known.Count(order => order.Day > at - 90), known.Where(order => order.Day > at - 90).Sum(order => order.Amount),
        ];
        return [.. features.Select(value => (float)Math.Log(1 + value))];
    }

    private sealed record Order(string Customer, int Day, int Items, double Amount)
    {
        public static Order Parse(string line)
        {
            string[] cells = line.Split(',');
            return new(
                cells[0],
                DateOnly.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber,
                int.Parse(cells[2], CultureInfo.InvariantCulture),
                double.Parse(cells[3], CultureInfo.InvariantCulture));
        }
    }
}
