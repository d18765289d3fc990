using System.Diagnostics;
using System.Globalization;
using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Samples;

namespace Parcours.Bench.Lifecycles;

/// <summary>All timelines of a lifecycle over a base in memory: the whole base, a new date, changed thresholds; and how time grows with facts.</summary>
internal static class TimelinesBench
{
    private const int Runs = 5;
    private static readonly List<(string Series, double Facts, double Seconds)> Points = [];

    public static int Run(string[] options)
    {
        int customers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        string id = options.Length > 1 ? options[1] : "crm-segments";
        Console.WriteLine($"# timelines of {id}, {Environment.ProcessorCount} cores, medians of {Runs} runs");
        Console.WriteLine("| base | customers | facts | rhythm (s) | timelines (s) | both cores' time (s) | facts/s | counts at a new date (s) | thresholds changed to counts (s) | spans |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (bool ordersOnly in (bool[])[false, true])
        {
            foreach (int part in (int[])[200, 20, 4, 2, 1])
            {
                Measure(id, SampleShop.Histories(customers / part, 7, ordersOnly), ordersOnly ? "orders only" : "shop mix");
            }
        }

        if (options.Length > 2)
        {
            File.WriteAllText(options[2], ScalingPlot.Svg($"All timelines of {id}: seconds against facts", Points));
        }

        return 0;
    }

    private static void Measure(string id, HistoryBase histories, string name)
    {
        LifecycleDefinition definition = BuiltInLifecycles.Find(id)!;
        Instant last = FactSpan.Of(histories).Last;
        Instant earlier = new(last.Micros - (100 * Instant.MicrosPerDay));
        double rhythm = Median(() => RhythmHistory.Compute(histories, last));
        Timelines timelines = LifecycleLibrary.BuiltIn().Analyse(definition, histories).Timelines;
        double whole = Median(() => LifecycleLibrary.BuiltIn().Analyse(definition, histories).Timelines);
        double cpu = CpuSeconds(() => LifecycleLibrary.BuiltIn().Analyse(definition, histories).Timelines);
        double date = Median(() => StageCounts.Of(timelines, earlier));
        LifecycleDefinition changed = definition with { Thresholds = [.. definition.Thresholds.Select(rule => ThresholdRule.Of(rule.Name, Period.OfDays(200)))] };
        double thresholds = Median(() => StageCounts.Of(LifecycleLibrary.BuiltIn().Analyse(changed, histories).Timelines, earlier));
        long spans = 0;
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            spans += timelines.Of(subject).Length;
        }

        Points.Add((name, histories.FactCount, whole));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {histories.SubjectCount:N0} | {histories.FactCount:N0} | {rhythm:F3} | {whole:F3} | {cpu:F3} | {histories.FactCount / whole / 1e6:F1} M | {date:F3} | {thresholds:F3} | {spans:N0} |"));
    }

    private static double CpuSeconds(Func<object> work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(work());
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(Func<object> work)
    {
        double[] seconds = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            var watch = Stopwatch.StartNew();
            GC.KeepAlive(work());
            seconds[i] = watch.Elapsed.TotalSeconds;
        }

        Array.Sort(seconds);
        return seconds[Runs / 2];
    }
}
