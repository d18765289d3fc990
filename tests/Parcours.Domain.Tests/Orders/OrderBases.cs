using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Domain.Orders;

/// <summary>Small bases written by hand or drawn at random, and CDNOW.</summary>
internal static class OrderBases
{
    public const byte Euro = 1;

    private static readonly Lazy<HistoryBase> LoadedCdnow = new(LoadCdnow);

    public static HistoryBase Cdnow => LoadedCdnow.Value;

    /// <summary>Noon UTC of a day counted from 2024-01-01.</summary>
    public static Instant Day(int day) => new(Instant.FromUtc(2024, 1, 1).Micros + (day * Instant.MicrosPerDay) + (Instant.MicrosPerDay / 2));

    public static FactRow Row(FactKind kind, Instant at, long value = 0, int link = 0, int item = 0, byte currency = Euro, long hash = 0) =>
        new(new Fact(at, value, item, kind, currency, 0), 1, link, hash, Extra.None);

    public static FactRow Order(int day, long value = 1000, int link = 0) => Row(FactKind.Order, Day(day), value, link);

    public static FactRow[] Buys(params int[] days) => [.. days.Select(day => Order(day))];

    public static HistoryBase Base(params IReadOnlyList<FactRow>[] subjects) => Base(Vocabulary.Empty, subjects);

    public static HistoryBase Base(Vocabulary vocabulary, params IReadOnlyList<FactRow>[] subjects) => new(
        [Segment.Of(subjects)],
        Subjects.Of([.. Enumerable.Range(0, subjects.Length).Select(i => "c" + i.ToString("000", CultureInfo.InvariantCulture))]),
        vocabulary,
        Calendar.Utc,
        Euro);

    /// <summary>Subjects with orders, lines, refunds, cancellations and adjustments over about two years.</summary>
    public static Arbitrary<FactRow[][]> Any()
    {
        Gen<FactRow[]> purchase =
            from day in Gen.Choose(0, 700)
            from link in Gen.Choose(1, 1_000_000)
            from value in Gen.Choose(0, 20_000)
            from item in Gen.Choose(1, 4)
            from fate in Gen.Choose(0, 9)
            from later in Gen.Choose(0, 60)
            select Purchase(day, link, value, item, fate, later);
        Gen<FactRow[]> subject = Gen.Choose(0, 12).SelectMany(count => purchase.ArrayOf(count)).Select(all => all.SelectMany(rows => rows).ToArray());
        return Gen.Choose(0, 12).SelectMany(count => subject.ArrayOf(count)).ToArbitrary();
    }

    private static FactRow[] Purchase(int day, int link, int value, int item, int fate, int later)
    {
        FactRow order = Order(day, value, link);
        FactRow line = Row(FactKind.OrderLine, Day(day), value, link, item);
        return fate switch
        {
            0 => [order, line, Row(FactKind.Refund, Day(day + later), value, link)],
            1 => [order, line, Row(FactKind.Cancellation, Day(day + later), 0, link)],
            2 => [order, line, Row(FactKind.Refund, Day(day + later), value / 2, link)],
            3 => [order, line, Row(FactKind.Refund, Day(day + later), value, link), Row(FactKind.OrderAdjusted, Day(day + later + 5), 500, link)],
            4 => [order, line, Row(FactKind.Refund, Day(day + later), 300)],
            5 => [order, line, Row(FactKind.Visit, Day(day + later), 0, currency: 0)],
            _ => [order, line],
        };
    }

    private static HistoryBase LoadCdnow()
    {
        Assert.True(Currencies.TryFind("USD", out byte dollar));
        var rows = File.ReadLines(TestFile.Required("cdnow.csv")).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(cells => cells[0])
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var subjects = rows.Select(group => (IEnumerable<FactRow>)group.Select((cells, i) => Row(
            FactKind.Order,
            Instant.From(DateTimeOffset.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            Money.Round(decimal.Parse(cells[3], CultureInfo.InvariantCulture), dollar).Minor,
            currency: dollar,
            hash: i))).ToList();
        return new([Segment.Of(subjects)], Subjects.Of([.. rows.Select(group => group.Key)]), Vocabulary.Empty, Calendar.Utc, dollar);
    }
}
