using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Churn;

/// <summary>The CDNOW customers of the first quarter of 1997, all their orders until the end of June 1998, in memory.</summary>
internal static class CdnowCustomers
{
    public static HistoryBase Load()
    {
        Assert.True(Currencies.TryFind("USD", out byte dollar));
        var customers = File.ReadLines(TestFile.Required("cdnow.csv")).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(cells => cells[0])
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var rows = customers.Select(group => group.Select((cells, i) => new FactRow(
            new Fact(
                Instant.From(DateTimeOffset.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
                Money.Round(decimal.Parse(cells[3], CultureInfo.InvariantCulture), dollar).Minor, 0, FactKind.Order, dollar, Fact.Pack(Channel.None, FactFlags.DateOnly)),
            0, 0, i, Extra.None))).ToList();
        return new([Segment.Of(rows)], Subjects.Of([.. customers.Select(group => group.Key)]), Vocabulary.Empty, Calendar.Utc, dollar);
    }

    /// <summary>One customer in ten, with their orders up to a date.</summary>
    public static HistoryBase Tenth(Instant cut)
    {
        HistoryBase all = Load();
        int[] subjects = [.. Enumerable.Range(0, all.SubjectCount).Where(subject => subject % 10 == 0)];
        var rows = subjects.Select(subject =>
        {
            var list = new List<FactRow>();
            all[subject].Until(cut).CopyRowsTo(list);
            return (IEnumerable<FactRow>)list;
        }).ToList();
        return new([Segment.Of(rows)], Subjects.Of([.. subjects.Select(all.Subjects.KeyOf)]), all.Vocabulary, all.Calendar, all.Currency);
    }

    public static Instant EndOf(int year, int month, int day) => new(Instant.FromUtc(year, month, day).Micros + Instant.MicrosPerDay - 1);
}
