using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Lifecycles;

/// <summary>
/// A random base, wholly given by its numbers: histories of every kind the lifecycles read, over three years, in a zone with clock changes.
/// Times crowd on purpose: midnights, the hours the clocks skip and repeat, instants shared by several facts.
/// </summary>
internal sealed record Plot(int Seed, int Subjects, int Facts, int Zone)
{
    private static readonly string[] Zones = ["Europe/Paris", "UTC", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe"];

    private static readonly string[] Texts =
    [
        "", "tea", "cups", "green tea", "mug", "nps", "csat", "loyalty", "offer", "negotiation", "case study: a hotel", "guide",
        "sales-qualified-lead", "country", "FR", "BE",
    ];

    private static readonly int[] Categories = [0, 1, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly FactKind[] Common =
    [
        FactKind.Order, FactKind.Order, FactKind.Order, FactKind.Order, FactKind.OrderLine, FactKind.OrderLine, FactKind.Refund, FactKind.Visit,
        FactKind.MessageSent, FactKind.MessageClicked, FactKind.OptOut, FactKind.OptIn, FactKind.ProductView, FactKind.SurveyAnswer,
    ];

    private static readonly Instant Beginning = Instant.FromUtc(2022, 9, 1);

    public static Arbitrary<Plot> Any(int subjects = 5, int facts = 24) => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from count in Gen.Choose(1, subjects)
        from length in Gen.Choose(1, facts)
        from zone in Gen.Choose(0, Zones.Length - 1)
        select new Plot(seed, count, length, zone),
        plot => Smaller(plot));

    public Calendar Calendar { get; } = Calendar.Find(Zones[Zone])!;

    public IReadOnlyList<FactRow[]> Rows { get; } = [.. Enumerable.Range(0, Subjects).Select(subject => Of(Seed, subject, Facts, Calendar.Find(Zones[Zone])!))];

    public HistoryBase Base(SubjectType type) => Base(type, Rows, [.. Enumerable.Range(0, Subjects).Select(KeyOf)]);

    public HistoryBase Base(SubjectType type, IReadOnlyList<IEnumerable<FactRow>> rows, IReadOnlyList<string> keys) => new(
        [Segment.Of(rows)],
        Domain.Histories.Subjects.Of(keys, [.. keys.Select(_ => type)]),
        new Vocabulary(Texts, Categories, []),
        Calendar,
        Stories.Euro);

    public static string KeyOf(int subject) => subject.ToString("'p'000", CultureInfo.InvariantCulture);

    public static LifecycleAnalysis Analysis(LifecycleDefinition definition, HistoryBase histories, Func<int, RhythmHistory> rhythms) =>
        new(definition, histories, rhythms, Definitions.Find, DrawnScores.All);

    /// <summary>The rhythms of a base, each computed once.</summary>
    public static Func<int, RhythmHistory> Rhythms(HistoryBase histories)
    {
        var known = new System.Collections.Concurrent.ConcurrentDictionary<int, RhythmHistory>();
        Instant last = FactSpan.Of(histories).Last;
        return category => known.GetOrAdd(category, _ => RhythmHistory.Compute(histories, last, category));
    }

    /// <summary>Instants worth asking about: the facts of a subject and a microsecond around, month boundaries, and some at random.</summary>
    public IEnumerable<Instant> Moments(int subject)
    {
        var random = new Random(Seed ^ (subject + 77));
        foreach (FactRow row in Rows[subject])
        {
            yield return row.Fact.At;
            if (random.Next(3) == 0)
            {
                yield return new Instant(row.Fact.At.Micros - 1);
                yield return new Instant(row.Fact.At.Micros + 1);
            }
        }

        for (int i = 0; i < 4; i++)
        {
            Instant boundary = Calendar.StartOf(Calendar.UnitOf(Beginning, CalendarUnit.Month) + random.Next(60), CalendarUnit.Month);
            yield return boundary;
            yield return new Instant(boundary.Micros - 1);
            yield return new Instant(Beginning.Micros + (long)(random.NextDouble() * 2200 * Instant.MicrosPerDay));
        }
    }

    private static IEnumerable<Plot> Smaller(Plot plot)
    {
        if (plot.Subjects > 1)
        {
            yield return plot with { Subjects = plot.Subjects - 1 };
        }

        if (plot.Facts > 1)
        {
            yield return plot with { Facts = plot.Facts / 2 };
            yield return plot with { Facts = plot.Facts - 1 };
        }
    }

    private static FactRow[] Of(int seed, int subject, int count, Calendar calendar)
    {
        var random = new Random(seed + (subject * 7919));
        var rows = new List<FactRow>();
        Instant before = Beginning;
        for (int i = 0; i < count; i++)
        {
            Instant at = i > 0 && random.Next(6) == 0 ? before : Time(random, calendar);
            before = at;
            rows.Add(Row(random, at, (subject * 1000) + i));
        }

        return [.. rows];
    }

    private static Instant Time(Random random, Calendar calendar)
    {
        int day = calendar.DayOf(Beginning) + (random.Next(4) == 0 ? random.Next(60) * 20 : random.Next(1200));
        long minutes = random.Next(5) switch
        {
            0 or 1 => 0,
            2 => 120 + random.Next(90),   // the hours that clocks skip or repeat
            3 => (24 * 60) - 1,
            _ => random.Next(24 * 60),
        };
        return calendar.FromLocal((day * Instant.MicrosPerDay) + (minutes * 60 * Instant.MicrosPerSecond));
    }

    private static FactRow Row(Random random, Instant at, int number)
    {
        FactKind kind = random.Next(2) == 0 ? Common[random.Next(Common.Length)] : FactKinds.All[random.Next(FactKinds.All.Count)];
        bool isMoney = FactKinds.IsMoney(kind);
        long value = kind switch
        {
            FactKind.SurveyAnswer => random.Next(11),
            FactKind.Review => 1 + random.Next(5),
            FactKind.AttributeChanged => 14 + random.Next(2),
            FactKind.OrderAdjusted or FactKind.SubscriptionChanged => random.Next(-2000, 2000),
            FactKind.Order or FactKind.Refund => random.Next(4) * 1000,
            _ => random.Next(5000),
        };
        int item = kind switch
        {
            FactKind.SurveyAnswer => 5 + random.Next(2),
            FactKind.AttributeChanged => 13,
            FactKind.DealStage => 8 + random.Next(2),
            _ => random.Next(13),
        };
        FactFlags flags = random.Next(8) switch { 0 => FactFlags.Automated, 1 => FactFlags.Transactional, _ => FactFlags.None };
        Instant until = random.Next(3) == 0 ? new Instant(at.Micros + ((long)random.Next(400) * Instant.MicrosPerDay)) : Instant.Never;
        byte currency = !isMoney ? (byte)0 : random.Next(12) == 0 ? (byte)2 : Stories.Euro;
        return new FactRow(
            new Fact(at, value, item, kind, currency, Fact.Pack((Channel)random.Next(4), flags)),
            number + 1,
            random.Next(5),
            random.NextInt64(),
            new Extra(until, random.Next(3) - 1, 1000));
    }
}
