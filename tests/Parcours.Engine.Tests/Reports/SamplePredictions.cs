using System.Collections.Immutable;
using Parcours.Domain.Hazards;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Timing;
using Parcours.Engine.Value;
using Parcours.Statistics.Measures;
using Parcours.Statistics.Peaks;
using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.Reports;

/// <summary>The predictions of the reports filled by hand.</summary>
internal static class SamplePredictions
{
    private static readonly long[] InBands = [812, 604, 410, 388, 402, 511, 640, 902, 1104, 437];

    public static ChurnPicture Churn(long factor) => new(
        180, "stacked", null, 4_804,
        [.. InBands.Select((count, at) => new ChurnBand(at / 10.0, (at + 1) / 10.0, count * factor, count * factor * (at + 0.5) / 10))],
        180,
        [new(new(2025, 3, 15), 2_904, 0.571, 0.602, 0.812, 0.514, 0.781, 0.548), new(new(2025, 9, 11), 3_711, 0.589, 0.583, 0.820, 0.501, 0.79, 0.536), new(new(2026, 9, 5), 5_122, 0.577, 0.612, 0.824, 0.498, 0.792, 0.531)],
        new CalibrationCurve([.. Enumerable.Range(0, 10).Select(at => new CalibrationBin(512, (at + 0.5) / 10, Math.Clamp(((at + 0.5) / 10) + (0.05 * Math.Sin(at)), 0, 1)))], 0.0312),
        Lift(),
        null)
    {
        Version = 2,
        LearntAt = new(2026, 5, 4),
    };

    public static NeedPicture Needs { get; } = new(
        3_104,
        [
            new(RankingMethod.PersonalFrequency, new(3_104, 0.362, 0.008, 0.301, 0.007), null),
            new(RankingMethod.ItemItem, new(3_104, 0.318, 0.008, 0.244, 0.007), new(2_611, 0.142, 0.006, 0.098, 0.005)),
            new(RankingMethod.BestSellers, new(3_104, 0.121, 0.005, 0.077, 0.004), new(2_611, 0.101, 0.005, 0.064, 0.004)),
        ],
        null);

    public static OrderMoment SecondOrder { get; } = new(
        2, null, 6_210, 3_960, Rates(60, 0.031, 8), Usual(60, 0.031), new WaitWindow(3, 9, 6_100, 240, new(2, 12)), new RatePeak(7, 8, 230, 150, new(1.3, 1.8), 0.001),
        new WaitWindow(52, 65, 4_800, 231, new(50, 55)), [(30, 0.14), (90, 0.33), (365, null)], 88);

    public static CriticalPeriods Critical { get; } = new(
        Instant.FromUtc(2027, 3, 4), Period.OfDays(183), new LocalText("median gap × 3", "délai médian × 3"),
        [
            new CriticalCurve(Departure.StoppedBuying, Milestone.FirstOrder, 6_210, 1_200, null, Rates(50, 0.02, 11), Usual(50, 0.02), [new RatePeak(10, 11, 210, 120, new(1.5, 2), 0.0004)], null, 0),
            new CriticalCurve(Departure.StoppedBuying, Milestone.Complaint, 210, 70, null, [], [], [], PeakRefusal.TooFewEvents, 12),
        ],
        [], ImmutableSortedDictionary<Departure, long>.Empty.Add(Departure.StoppedBuying, 2_310));

    private static ImmutableArray<PoissonRate> Rates(int weeks, double first, int peak) =>
        [.. Enumerable.Range(0, weeks).Select(week => new PoissonRate((long)(5_000 * first * Math.Exp(-week / 30.0) * (week == peak ? 1.6 : 1 + (0.1 * Math.Sin(week)))), 5_000))];

    private static ImmutableArray<double> Usual(int weeks, double first) => [.. Enumerable.Range(0, weeks).Select(week => first * Math.Exp(-week / 30.0))];

    public static PurchaseOutlook Purchases(long factor)
    {
        DateOnly[] dates = [.. Enumerable.Range(0, 39).Select(at => new DateOnly(2027, 3, 4).AddDays((at - 38) * 28))];
        int[] orders = [0, 31, 58, 97, 121, 160, 188, 230, 255, 290, 331];
        return new PurchaseOutlook(6_210, 0, null)
        {
            Tracking = new TrackingPicture(dates, 25, 4_102, [.. dates.Select((_, at) => (long)(factor * (9_000 * Math.Pow(at / 38.0, 1.3) + (180 * Math.Sin(at / 2.0)))))], [.. dates.Select((_, at) => factor * 9_100 * Math.Pow(at / 38.0, 1.28))]),
            Alive = new AlivePicture(
                new DateOnly(2026, 1, 12), [.. Enumerable.Range(0, 417).Select(day => (day, Math.Pow(0.985, Math.Max(0, day - orders.Last(order => order <= day) - 10))))], orders),
            Deciles = [.. Enumerable.Range(0, 10).Select(at => new ValueDecile(at + 1, 621, factor * 310_000 * Math.Pow(0.55, at), 0.451 * Math.Pow(0.55, at), 260 * Math.Pow(0.55, at), factor * 400_000 * Math.Pow(0.6, at)))],
        };
    }

    private static LiftTable Lift()
    {
        double[] rates = [0.98, 0.95, 0.91, 0.84, 0.73, 0.6, 0.45, 0.3, 0.2, 0.16];
        double whole = rates.Sum();
        return new LiftTable([.. rates.Select((rate, at) =>
        {
            double held = rates.Take(at + 1).Sum();
            return new LiftDecile(at + 1, 512, 512 * rate, rate, rate / (whole / 10), held / whole, held / (at + 1) / (whole / 10));
        })]);
    }
}
