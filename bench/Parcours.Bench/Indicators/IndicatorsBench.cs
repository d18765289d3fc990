using System.Diagnostics;
using System.Globalization;
using Parcours.Domain.Cohorts;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Domain.Rfm;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Samples;

namespace Parcours.Bench.Indicators;

/// <summary>Rhythm, RFM, cohorts and the other indicators over a base in memory: <c>indicators [customers]</c>. Prints the rows of bench/results/indicators.md.</summary>
internal static class IndicatorsBench
{
    private const int Runs = 5;

    public static int Run(string[] options)
    {
        int customers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        HistoryBase histories = SampleShop.Histories(customers, 7, ordersOnly: false);
        Instant last = FactSpan.Of(histories).Last;
        Window year = Window.YearTo(last, histories.Calendar);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{histories.SubjectCount:N0} subjects, {histories.FactCount:N0} facts, {Environment.ProcessorCount} cores, best and median of {Runs} runs after a first one"));
        Console.WriteLine();
        Console.WriteLine("| what | best, ms | median, ms | processor time, ms |");
        Console.WriteLine("|---|---:|---:|---:|");
        Time("rhythm, every month", () => RhythmHistory.Compute(histories, last).Starts.Count);
        Time("rhythm at a date", () => RhythmCounts.At(histories, last).Customers);
        Time("came back within 180 days", () => ComeBack.At(histories, last, Period.OfDays(180)).Declared);
        Time("RFM, quintiles", () => RfmAnalysis.Compute(histories, last).Scores.Length);
        Time("cohorts by month", () => CohortTable.Compute(histories, last, CalendarUnit.Month).Cohorts.Length);
        Time("cohorts by day", () => CohortTable.Compute(histories, last, CalendarUnit.Day).Cohorts.Length);
        Time("sales of a year", () => Sales.Compute(histories, year).Orders);
        Time("basket evolution", () => BasketEvolution.Compute(histories, year).Known);
        Time("favourite categories", () => FavouriteCategories.Compute(histories, year).Count);
        Time("attachment", () => AttachmentScan.Compute(histories, year).Buyers);
        Time("abandoned carts", () => Abandonment.OfCarts(histories, year).Begun);
        return 0;
    }

    private static void Time(string what, Func<long> work)
    {
        work();
        double[] times = new double[Runs];
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int run = 0; run < Runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        // Both cores together, a run on average: what a busy machine does not change much.
        double processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Runs;
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times[0]:N0} | {times[Runs / 2]:N0} | {processor:N0} |"));
    }
}
