using System.Diagnostics;
using System.Globalization;
using Parcours.Statistics.Recommendation;

namespace Parcours.Bench.NextNeed;

/// <summary>What customers buy next, over baskets in memory: <c>next [customers] [products]</c>. Prints the rows of bench/results/next-need.md.</summary>
internal static class NextNeedBench
{
    private const ulong Seed = 7;
    private const int Listed = 5;

    public static int Run(string[] options)
    {
        int customers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        int products = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 20_000;
        Baskets baskets = RandomBaskets.Of(customers, products, Seed);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{customers:N0} customers, {products:N0} products, {baskets.Count:N0} baskets, {baskets.LineCount:N0} lines, {Environment.ProcessorCount} cores"));
        Console.WriteLine();
        Console.WriteLine("| what | seconds | processor time, s |");
        Console.WriteLine("|---|---:|---:|");
        NextItems next = Time("choose, backtest and fit", () => NextItems.Learn(baskets));
        Time("lists of every customer, 5 again and 5 new", () => Parallel.For(0, customers, customer =>
        {
            next.Again(customer, Listed);
            next.New(customer, Listed);
        }));
        IReadOnlyList<ItemPair> together = Time("pairs bought together", () => ItemPairs.Find(baskets, PairRelation.Together));
        IReadOnlyList<ItemPair> after = Time("pairs bought next", () => ItemPairs.Find(baskets, PairRelation.Next));
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{together.Count:N0} and {after.Count:N0} pairs; {next.Model}; most memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e9:N1} GB"));
        foreach (MethodScore score in next.Backtest!.Scores)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Method}: all {score.All.Ndcg:N4}, new {score.New?.Ndcg:N4}"));
        }

        return 0;
    }

    private static T Time<T>(string what, Func<T> work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        T result = work();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} | {(Environment.CpuUsage.TotalTime - before).TotalSeconds:N0} |"));
        return result;
    }
}
