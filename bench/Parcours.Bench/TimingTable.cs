using System.Diagnostics;
using System.Globalization;

namespace Parcours.Bench;

/// <summary>A Markdown table of works in memory, each run five times after a first one that does not count.</summary>
internal static class TimingTable
{
    private const int Runs = 5;

    /// <summary>Prints the head.</summary>
    /// <param name="size">What is measured, as "1,000,000 subjects".</param>
    public static void Begin(string size)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size}, {Environment.ProcessorCount} cores, best and median of {Runs} runs after a first one"));
        Console.WriteLine();
        Console.WriteLine("| what | best, ms | median, ms | processor time, ms |");
        Console.WriteLine("|---|---:|---:|---:|");
    }

    /// <summary>Times a work and prints its row.</summary>
    public static void Time<T>(string what, Func<T> work)
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
