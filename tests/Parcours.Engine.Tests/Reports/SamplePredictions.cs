using Parcours.Engine.Reports.Model;
using Parcours.Statistics.Measures;

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
