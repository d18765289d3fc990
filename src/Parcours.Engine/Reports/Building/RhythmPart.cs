using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Building;

/// <summary>The rhythm of the base and the thresholds that come from it.</summary>
internal static class RhythmPart
{
    private const int MostBins = 45;
    private const double Median = 0.5;
    private const double Shown = 0.97;
    private static readonly int[] Widths = [1, 2, 5, 7, 10, 15, 20, 30, 45, 60, 90, 180, 365];

    public static RhythmPicture Build(ReportMoment moment)
    {
        var counts = RhythmCounts.At(moment.Orders, moment.At);
        RhythmFigures figures = counts.Figures(Median);
        var before = RhythmCounts.At(moment.Orders, moment.Before).Figures(Median);
        Model.RhythmThreshold[] thresholds = [.. moment.Analysis.Thresholds.Select(threshold => Of(moment, threshold, counts))];
        (IReadOnlyList<RhythmBin> bins, long beyond) = Bins(counts);
        return new RhythmPicture(
            counts.Customers, new Twin(Known(figures.Days), Known(before.Days)), counts.Gaps, Known(figures.PooledDays), bins, beyond, thresholds);
    }

    private static Model.RhythmThreshold Of(ReportMoment moment, Threshold threshold, RhythmCounts counts)
    {
        ThresholdRule rule = threshold.Rule;
        Period period = threshold.At(moment.At);
        bool isFixed = rule.Fixed is not null;
        RhythmFigures figures = counts.Figures(rule.Quantile);
        bool hasInterval = !isFixed && !double.IsNaN(figures.Low) && counts.Customers >= rule.MinCustomers;
        bool declares = !isFixed || rule.Name is "inactive_after" or "lost_after";
        ComeBack comeBack = declares ? ComeBack.At(moment.Orders, moment.At, period) : default;
        return new(
            rule.Name,
            period.ApproximateDays,
            hasInterval ? rule.From(figures.Low, counts.Customers).ApproximateDays : null,
            hasInterval ? rule.From(figures.High, counts.Customers).ApproximateDays : null,
            rule.Written?.FormulaText ?? (isFixed ? null : rule.FormulaText),
            Known(comeBack.Share))
        {
            RhythmDays = ThresholdDrift.Of(threshold, moment.At)?.RhythmDays,
        };
    }

    private static (IReadOnlyList<RhythmBin> Bins, long Beyond) Bins(RhythmCounts counts)
    {
        ReadOnlySpan<int> halves = counts.CustomersByHalfDays;
        if (counts.Customers == 0)
        {
            return ([], 0);
        }

        double end = Math.Max(counts.Figures(Shown).Days, 1);
        int width = Widths.FirstOrDefault(step => end / step <= MostBins, Widths[^1]);
        var bins = new RhythmBin[(int)Math.Ceiling((end + 0.5) / width)];
        long seen = 0;
        for (int bin = 0; bin < bins.Length; bin++)
        {
            long customers = 0;
            for (int half = bin * width * 2; half < (bin + 1) * width * 2 && half < halves.Length; half++)
            {
                customers += halves[half];
            }

            bins[bin] = new(bin * width, (bin + 1) * width, customers);
            seen += customers;
        }

        return (bins, counts.Customers - seen);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
