using Parcours.Engine.Reports.Model;
using Parcours.Engine.Value;
using Parcours.Statistics.Measures;
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
        null);

    public static NeedPicture Needs { get; } = new(
        3_104,
        [
            new(RankingMethod.PersonalFrequency, new(3_104, 0.362, 0.008, 0.301, 0.007), null),
            new(RankingMethod.ItemItem, new(3_104, 0.318, 0.008, 0.244, 0.007), new(2_611, 0.142, 0.006, 0.098, 0.005)),
            new(RankingMethod.BestSellers, new(3_104, 0.121, 0.005, 0.077, 0.004), new(2_611, 0.101, 0.005, 0.064, 0.004)),
        ],
        null);

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
