using System.Diagnostics;
using System.Globalization;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Samples;
using Parcours.Engine.Segments;

namespace Parcours.Bench.Segments;

/// <summary>Counting a condition of five parts on a base in memory while it is typed, and what a saved segment costs: all its history, its sizes, when its members leave.</summary>
internal static class SegmentsBench
{
    private const int Runs = 3;

    private static readonly (string Name, string[] Parts)[] Conditions =
    [
        ("facts", ["orders >= 2", "spend(within 1 year) >= 100", "silence(order) < 120 days", "ever(visit within 60 days)", "not ever(complaint within 90 days)"]),
        ("facts, consent, properties of facts", ["count(order where value > 50) >= 1", "consent(email)", "last(survey_answer) >= 7 or never(survey_answer)", "age >= 90 days", "count(product_view within 30 days) >= 1"]),
        ("with a stage and an attribute", ["stage(crm-segments) = active", "spend >= 150", "attribute(country) != 'BE'", "silence(engagement) < 90 days", "reachable(email)"]),
    ];

    public static int Run(string[] options)
    {
        int customers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        Console.WriteLine($"# segments, {Environment.ProcessorCount} cores, medians of {Runs} runs");
        Console.WriteLine("Each figure: seconds on the clock, and the two cores' time together in brackets.");
        Console.WriteLine();
        Console.WriteLine("| base | customers | facts | condition | members | all five parts at once | one more part | known already | at another date | sample of 10 | whole history | leaving |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (bool ordersOnly in (bool[])[false, true])
        {
            HistoryBase histories = SampleShop.Histories(customers, 7, ordersOnly);
            foreach ((string name, string[] parts) in ordersOnly ? [("orders", (string[])["orders >= 5", "spend(within 1 year) >= 100", "silence(order) < 120 days", "average_basket >= 30", "count(order within 90 days) >= 1"])] : Conditions)
            {
                Measure(histories, ordersOnly ? "orders only" : "shop mix", name, parts);
            }
        }

        return 0;
    }

    private static void Measure(HistoryBase histories, string shape, string name, string[] parts)
    {
        Instant at = FactSpan.Of(histories).Last;
        var whole = new SourceText(string.Join(" and ", parts));
        var typed = new SourceText(string.Join(" and ", parts[..^1]));
        LifecycleLibrary lifecycles = LifecycleLibrary.BuiltIn();
        var analyses = new Dictionary<string, LifecycleAnalysis>(StringComparer.Ordinal);
        if (whole.Text.Contains("stage(", StringComparison.Ordinal))
        {
            analyses["crm-segments"] = lifecycles.Analyse(lifecycles.Find("crm-segments")!, histories);
            _ = analyses["crm-segments"].Timelines; // every page reads it: it is there
        }

        SegmentReading Reading() => new(histories, new SegmentLibrary(null, lifecycles), analyses.GetValueOrDefault, keys => keys.Select(_ => -1));
        Members? members = null;
        string all = Median(() => Reading().Counter, counter => members = counter.Of(whole, SubjectType.Customer, at, out _));
        string more = Median(() => Counted(Reading().Counter, typed, at), counter => counter.Of(whole, SubjectType.Customer, at, out _));
        SegmentCounter known = Counted(Reading().Counter, whole, at);
        string again = Median(() => known, counter => counter.Of(whole, SubjectType.Customer, at, out _));
        int day = 0;
        string other = Median(() => known, counter => counter.Of(whole, SubjectType.Customer, new Instant(at.Micros - (++day * 30 * Instant.MicrosPerDay)), out _));
        string sample = Median(() => Counted(Reading().Counter, whole, at), counter => counter.Sample(members!, at, 10));
        SegmentDefinition saved = SegmentScope.Unnamed(whole, SubjectType.Customer);
        string history = Median(() => Reading().Scope, scope => scope.Analyse(saved).Timelines);
        LifecycleAnalysis analysis = Reading().Scope.Analyse(saved);
        string leaving = Median(() => analysis, asked => SegmentOutlook.Of(asked, at));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {shape} | {histories.SubjectCount:N0} | {histories.FactCount:N0} | {name} | {members!.Count:N0} | {all} | {more} | {again} | {other} | {sample} | {history} | {leaving} |"));
    }

    private static SegmentCounter Counted(SegmentCounter counter, SourceText where, Instant at)
    {
        _ = counter.Of(where, SubjectType.Customer, at, out ExpressionError? error) ?? throw new InvalidOperationException(error!.ToString());
        return counter;
    }

    private static string Median<T>(Func<T> prepare, Func<T, object?> work)
    {
        (double Clock, double Cores)[] runs = new (double, double)[Runs];
        for (int i = 0; i < Runs; i++)
        {
            T prepared = prepare();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            GC.KeepAlive(work(prepared));
            runs[i] = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        double clock = runs.Select(run => run.Clock).Order().ElementAt(Runs / 2);
        double cores = runs.Select(run => run.Cores).Order().ElementAt(Runs / 2);
        return string.Create(CultureInfo.InvariantCulture, $"{clock:F3} ({cores:F3})");
    }
}
