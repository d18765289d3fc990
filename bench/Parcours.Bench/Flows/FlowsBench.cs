using System.Diagnostics;
using System.Globalization;
using Parcours.Domain.Conversion;
using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Bench.Flows;

/// <summary>What timelines tell, timed: <c>flows [subjects]</c>. Prints the rows of bench/results/flows.md.</summary>
internal static class FlowsBench
{
    private const int Runs = 5;

    public static int Run(string[] args)
    {
        int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        Timelines timelines = RandomTimelines.Of(count, seed: 7);
        Subjects subjects = RandomTimelines.Keys(count);
        Calendar paris = Calendar.Find("Europe/Paris")!;
        Instant at = RandomTimelines.At;
        Instant before = new(at.Micros - (365 * Instant.MicrosPerDay));
        long spans = Enumerable.Range(0, count).Sum(subject => (long)timelines.Of(subject).Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} subjects, {spans:N0} spans, {Environment.ProcessorCount} cores, best and median of {Runs} runs after a first one"));
        Console.WriteLine();
        Console.WriteLine("| what | best, ms | median, ms | processor time, ms |");
        Console.WriteLine("|---|---:|---:|---:|");
        Time("stage counts at a date", () => StageCounts.Of(timelines, at).Subjects);
        Time("moves of a year", () => Transitions.Between(timelines, before, at).All.Length);
        Time("moves since the first fact", () => Transitions.Between(timelines, null, at).All.Length);
        Time("transition matrix, a year apart", () => TransitionMatrix.Between(timelines, before, at).RowTotal(0));
        Time("stages over time, by month", () => StageSeries.Over(timelines, paris, CalendarUnit.Month, null, at).Points.Length);
        Time("stages over time, by week", () => StageSeries.Over(timelines, paris, CalendarUnit.Week, null, at).Points.Length);
        Time("time in stage", () => TimeInStage.Of(timelines, paris, at).Length);
        Time("common paths", () => CommonPaths.Of(timelines, at, 20, subject => subject).Distinct);
        Time("conversion, no interval", () => Conversion(0, byMonth: false));
        Time("conversion, 200 replicates", () => Conversion(200, byMonth: false));
        Time("conversion by month, 200 replicates", () => Conversion(200, byMonth: true));
        return 0;

        long Conversion(int replicates, bool byMonth) =>
            PathConversion.Of(timelines, subjects, paris, at, new ConversionOptions { Replicates = replicates, ByMonth = byMonth }).Steps.Sum(step => step.Stays);
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
