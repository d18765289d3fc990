using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Timing;

/// <summary>
/// Customers who order every fortnight or so and leave by a hazard that the test plants: one order comes on the day of leaving, so that leaving is dated exactly.
/// </summary>
internal static class SimulatedShop
{
    public const byte Euro = 1;
    public const int Days = 1400;
    public static readonly DateOnly Start = new(2021, 11, 1);

    public static Instant End => At(Days);

    /// <summary>A base.</summary>
    /// <param name="seed">Of the draws.</param>
    /// <param name="customers">How many; they join evenly over the first 700 days.</param>
    /// <param name="hazard">The chance of leaving on a day, by days since the first order and by calendar day.</param>
    /// <param name="appetite">The chance of an order on a day, by calendar day.</param>
    public static HistoryBase Create(int seed, int customers, Func<int, DateOnly, double> hazard, Func<DateOnly, double>? appetite = null)
    {
        var random = new Random(seed);
        var rows = new List<IEnumerable<FactRow>>(customers);
        for (int i = 0; i < customers; i++)
        {
            int joined = (int)(700L * i / customers);
            var orders = new List<FactRow> { Order(joined) };
            int last = joined;
            for (int day = joined + 1; day <= Days; day++)
            {
                DateOnly date = Start.AddDays(day);
                bool leaves = random.NextDouble() < hazard(day - joined, date);
                if (leaves || day - last >= 40 || random.NextDouble() < (appetite?.Invoke(date) ?? (1 / 14.0)))
                {
                    orders.Add(Order(day));
                    last = day;
                }

                if (leaves)
                {
                    break;
                }
            }

            rows.Add(orders);
        }

        return new HistoryBase([Segment.Of(rows)], Subjects.Of([.. Enumerable.Range(0, customers).Select(i => $"c{i:00000}")]), Vocabulary.Empty, Calendar.Utc, Euro);
    }

    public static Instant At(int day) => new(Instant.FromUtc(Start.Year, Start.Month, Start.Day).Micros + (day * Instant.MicrosPerDay) + (Instant.MicrosPerDay / 2));

    private static FactRow Order(int day) => new(new Fact(At(day), 1000, 0, FactKind.Order, Euro, 0), 1, 0, day, Extra.None);
}
