using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;
using DayInterval = Parcours.Domain.Flows.DayInterval;

namespace Parcours.Engine.Reports;

/// <summary>Reports filled by hand: a full one, an empty one, and one whose names and amounts try to break the page.</summary>
internal static class SampleReport
{
    public const string HostileName = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"'&-->";

    private static readonly DateOnly At = new(2027, 3, 4);
    private static readonly double[] Later = [0.148, 0.121, 0.109, 0.101, 0.096, 0.09, 0.088, 0.081, 0.08, 0.076, 0.074, 0.075, 0.071, 0.068, 0.067, 0.066, 0.064, 0.061];

    public static ReportModel Full { get; } = Make(name => name, 1);

    public static ReportModel Extreme { get; } = Make(name => name + " " + new string('W', Math.Max(0, 58 - name.Length)) + "i", 104_729);

    public static ReportModel Hostile { get; } = Make(name => name + HostileName, 1);

    public static ReportModel Empty { get; } = new(
        new ReportScope(new LocalText("CRM stages", "Phases CRM"), "crm-segments", At, At.AddYears(-1), null, 0, 0, 0, "Europe/Paris"), Stages(name => name));

    private static ReportStage[] Stages(Func<string, string> rename)
    {
        (string Id, string En, string Fr, StageTone Tone)[] all =
        [
            ("suspect", "Suspect", "Suspect", StageTone.Forward), ("prospect", "Prospect", "Prospect", StageTone.Forward),
            ("new", "New", "Nouveau client", StageTone.Forward), ("active", "Active", "Actif", StageTone.Forward),
            ("off-target", "Off target", "Hors cible", StageTone.Neutral),
            ("inactive", "Inactive", "Inactif", StageTone.Warm), ("lost", "Lost", "Perdu", StageTone.Warm),
        ];
        return [.. all.Select((stage, at) => new ReportStage(stage.Id, new LocalText(rename(stage.En), rename(stage.Fr)), stage.Tone,
            StagePalette.Color(stage.Tone, stage.Tone == StageTone.Forward ? at : at - 5, stage.Tone == StageTone.Forward ? 4 : 2),
            StagePalette.ColorOnDark(stage.Tone, stage.Tone == StageTone.Forward ? at : at - 5, stage.Tone == StageTone.Forward ? 4 : 2)))];
    }

    private static ReportModel Make(Func<string, string> rename, long factor)
    {
        Currencies.TryFind("EUR", out byte euro);
        long[] now = [1204, 2311, 1388, 3120, 96, 1102, 591];
        long[] before = [1102, 2040, 1290, 2889, 90, 940, 420];
        return new ReportModel(
            new ReportScope(new LocalText(rename("CRM stages"), rename("Phases CRM")), "crm-segments", At, At.AddYears(-1), new DateOnly(2024, 1, 6), 9812, 412_903, euro, "Europe/Paris"), Stages(rename))
        {
            KeyFigures =
            [
                new(new("Customers", "Clients"), FigureUnit.Count, new(9812 * factor, 8771 * factor)),
                new(new("Customers who ordered in the year", "Clients ayant commandé dans l’année"), FigureUnit.Count, new(5610 * factor, 5204 * factor)),
                new(new("Revenue over the year", "Chiffre d’affaires sur un an"), FigureUnit.Money, new(98_734_512 * factor, 91_220_040 * factor)),
                new(new("Average basket", "Panier moyen"), FigureUnit.Money, new(6_340, 6_512)),
                new(new("Refunds over the year", "Remboursements sur un an"), FigureUnit.Money, new(2_434_512 * factor, null)),
                new(new("Rhythm", "Rythme d’achat"), FigureUnit.Days, new(61, 64)),
            ],
            Upcoming = new(30, [new(5, 412, 3_820_000 * factor), new(6, 88, 0), new(0, 3, 1200)]),
            Map = new([.. now.Zip(before, (n, b) => new Twin(n * factor, b * factor))], Flows(factor)),
            Series = Series(now, factor),
            Transitions = new(
                [[0, 610, 44, 0, 12, 0, 0], [0, 0, 980, 0, 3, 0, 0], [0, 0, 0, 1204, 0, 402, 0], [0, 0, 0, 0, 0, 640, 21], [4, 2, 0, 0, 0, 0, 0], [0, 0, 0, 288, 0, 0, 310], [0, 0, 0, 37, 0, 0, 0]], 4012),
            Conversion = new(
            [
                Step(0, 1, 4210, 0.22, 0.35, 0.44, 0.52), Step(1, 2, 3920, 0.18, 0.29, 0.41, 0.47), Step(2, 3, 3611, 0.09, 0.19, 0.31, 0.38),
            ], 2, 180)
            { Months = [.. Enumerable.Range(0, 18).Select(EntryMonth)] },
            Stays = [.. new StageStay[] { new(0, 4210, 1204, 12, 40, 210, 44), new(1, 3920, 2311, 21, 96, null, 90), new(2, 3611, 1388, 38, 74, 183, 80), new(3, 4100, 3120, 190, null, null, null), new(5, 1800, 1102, 60, 182, 182, 182), new(6, 610, 591, null, null, null, null) }.Select(stay => stay with { Intervals = (Around(stay.LowerQuartile), Around(stay.Median), Around(stay.UpperQuartile)) })],
            Paths =
            [
                new([1, 2, 3], false, 2210 * factor, 0.225, 31_240), new([0, 1], false, 1804 * factor, 0.184, 0), new([1, 2, 5], false, 902 * factor, 0.092, 5_410), new([0, 1, 2, 3], false, 640 * factor, 0.065, 28_020),
                new([1, 2, 5, 3], false, 288 * factor, 0.029, 22_210), new([1, 2, 3, 5, 6], false, 260 * factor, 0.026, 19_930), new([1, 2, 3, 5, 3, 5, 3], true, 122 * factor, 0.0124, 40_110),
            ],
            Cohorts = new([.. Enumerable.Range(0, 18).Select(Cohort)], false),
            Rfm = Rfm(factor),
            Rhythm = new(4310, new(61, 64), 21_877, 34,
                [.. Enumerable.Range(0, 41).Select(at => new RhythmBin(at * 10, (at * 10) + 10, (long)(640 * Math.Exp(-Math.Pow(Math.Log(((at * 10) + 6) / 52.0), 2) / 1.1))))], 61,
                [new("inactive_after", 183, 176, 191, new("median gap × 3", "délai médian × 3"), 0.26), new("lost_after", 366, 352, 382, new("median gap × 6", "délai médian × 6"), 0.09), new("delivery_after", 7, null, null, null, null)]),
            Baskets = [new(2, 1388, new(5_410, 5_600)), new(3, 8_204, new(6_890, 6_720)), new(5, 288, new(7_120 * factor, null)), new(6, 37, new(4_300, 5_200))],
            Trend = new(1_204, 4_406, new(0.24, 0.22), new(0.58, 0.6), new(0.18, 0.18)),
            Abandonment = new(20_412, new(0.68, 0.71), 9_120, new(0.31, 0.29)),
            Categories = [.. new[] { "Soins du visage", "Maquillage", "Parfums", "Cheveux", "Corps et bain", "Accessoires", "Bougies", "Coffrets" }
                .Select((category, at) => new CategoryRank(rename(category), 1400 / (at + 1), new(24_000_000.0 * factor / (at + 1.3), at == 7 ? null : (at % 2 == 0 ? 22_000_000.0 : 26_000_000.0) * factor / (at + 1.3))))],
            Attachment = new(new(0.38, 0.36),
                [new(new("Ordered again", "Ont recommandé"), new(0.57, 0.55)), new(new("Buy in several categories", "Achètent dans plusieurs catégories"), new(0.44, 0.41)), new(new("Reacted in the year", "Ont réagi dans l’année"), new(0.39, 0.40)), new(new("Recommended the brand", "Ont recommandé la marque"), new(0.12, 0.09))],
                new("The mean of the four shares, of customers with an order.", "La moyenne des quatre parts, parmi les clients ayant commandé.")),
            Churn = SamplePredictions.Churn(factor),
            Purchases = SamplePredictions.Purchases(factor),
            Needs = SamplePredictions.Needs,
            SecondOrder = SamplePredictions.SecondOrder,
            Critical = SamplePredictions.Critical,
        };
    }

    private static StageFlow[] Flows(long factor) => [.. new (int From, int To, long Count)[]
    {
        (0, 0, 480), (0, 1, 402), (0, 2, 110), (0, 3, 84), (0, 4, 26), (1, 1, 1204), (1, 2, 388), (1, 3, 402), (1, 5, 46), (2, 2, 302), (2, 3, 611), (2, 5, 340), (2, 6, 37),
        (3, 3, 1650), (3, 5, 590), (3, 6, 84), (4, 4, 70), (4, 0, 20), (5, 3, 161), (5, 5, 126), (5, 6, 108), (6, 3, 22), (6, 6, 362), (-1, 0, 704), (-1, 1, 705), (-1, 2, 588), (-1, 3, 190),
    }.Select(flow => new StageFlow(flow.From, flow.To, flow.Count * factor))];

    private static StageSeries Series(long[] now, long factor)
    {
        DateOnly[] dates = [.. Enumerable.Range(0, 38).Select(month => new DateOnly(2024, 2, 1).AddMonths(month).AddDays(-1)).Append(At)];
        return new(CalendarUnit.Month, dates, [.. now.Select((count, stage) => (IReadOnlyList<long>)[.. dates.Select((_, at) =>
            (long)(factor * count * Math.Pow((at + 1.0) / dates.Length, stage >= 5 ? 2.1 : 0.7) * (1 + (at == dates.Length - 1 ? 0 : 0.05 * Math.Sin((at * 1.1) + stage)))))])]);
    }

    private static ConversionStep Step(int from, int to, long entries, params double[] shares) => new(from, to, entries,
        [.. shares.Zip([30, 90, 180, 365], (share, days) => new ConversionAt(days, share, share - 0.012 - (days / 20_000.0), share + 0.013 + (days / 18_000.0), share * 0.94))]);

    private static DayInterval Around(double? days) => new((int?)(days * 0.9), days > 150 ? null : (int?)(days * 1.15));

    private static ConversionEntryMonth EntryMonth(int at) => new(new DateOnly(2025, 2, 1).AddMonths(at), [.. Enumerable.Range(0, 3).Select(step =>
        at == 5 ? new ConversionEntry(0, null, null, null)
        : new ConversionEntry(120 + (at * 7), 0.44 - (step * 0.06) + (0.04 * Math.Sin(at + step)), 0.36 - (step * 0.06), 0.52 - (step * 0.06)))]);

    private static CohortRow Cohort(int at)
    {
        long size = 410 + (at * 37 % 160);
        int months = 18 - at;
        long[] active = [size, .. Enumerable.Range(0, months).Select(month => (long)(size * Later[month] * (1 + (0.12 * Math.Sin((at * 2.3) + month)))))];
        return new(new DateOnly(2025, 9, 1).AddMonths(at), size, active, [.. active.Select((count, month) => count * (month == 0 ? 5_900L : 6_400L))]);
    }

    private static RfmGrid Rfm(long factor)
    {
        RfmCell[] cells = [.. from recency in Enumerable.Range(1, 5) from frequency in Enumerable.Range(1, 5)
            let customers = (long)(440 * Math.Exp(-Math.Abs(recency - frequency) / 1.6)) * factor
            select new RfmCell(recency, frequency, customers, customers * frequency * 4_400)];
        (string En, string Fr, long Now, long? Before, long Spend)[] groups =
        [
            ("Champions", "Champions", 1002, 910, 31_000_000), ("Loyal", "Fidèles", 1190, 1101, 24_000_000), ("Cannot lose", "À ne pas perdre", 88, 91, 2_100_000), ("At risk", "À risque", 640, 702, 9_800_000),
            ("Need attention", "À surveiller", 301, 322, 4_000_000), ("Potential loyalists", "Fidèles en puissance", 840, 799, 6_100_000), ("Promising", "Prometteurs", 190, null, 700_000), ("New", "Nouveaux", 402, 380, 1_300_000),
            ("About to sleep", "En voie d’endormissement", 512, 480, 2_900_000), ("Hibernating", "En sommeil", 1040, 930, 5_400_000),
        ];
        return new(5, cells, [.. groups.Select(group => new RfmGroup(new(group.En, group.Fr), new(group.Now * factor, group.Before * factor), group.Spend * factor))]);
    }
}
