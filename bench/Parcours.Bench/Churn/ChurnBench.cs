using System.Diagnostics;
using System.Globalization;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Samples;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Bench.Churn;

/// <summary>A churn definition tried on four past dates with every learner, then scored, over a base in memory.</summary>
internal static class ChurnBench
{
    public static int Run(string[] options)
    {
        int customers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        HistoryBase histories = SampleShop.Histories(customers, 7, ordersOnly: false);
        Calendar calendar = histories.Calendar;
        Instant last = calendar.EndOfDay(calendar.DayOf(FactSpan.Of(histories).Last));
        ChurnDefinition definition = new ChurnLibrary(null).Find("stopped-buying")!;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# churn of {histories.SubjectCount:N0} subjects, {histories.FactCount:N0} facts, {Environment.ProcessorCount} cores"));

        var watch = Stopwatch.StartNew();
        int[] everyone = [.. Enumerable.Range(0, histories.SubjectCount)];
        FeatureValues features = FeatureScan.Compute(histories, last, everyone);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{features.Columns.Length} features at one date: {watch.Elapsed.TotalSeconds:F2} s"));

        TimeSpan before = Environment.CpuUsage.TotalTime;
        watch.Restart();
        (ChurnScores? scores, ChurnRefusal? refusal) = ChurnScores.Compute(definition, histories, last);
        double cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        if (scores is null)
        {
            Console.WriteLine(refusal);
            return 1;
        }

        int origins = scores.Selection.Trials.Select(trial => trial.TestedAt).Distinct().Count();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"backtest on {origins} origins with {definition.Candidates.Length + 1} learners, and scores of {scores.Subjects.Length:N0} customers: {watch.Elapsed.TotalSeconds:F1} s ({cpu:F1} s of processor), chosen {scores.Selection.Chosen}"));
        Console.WriteLine("| learner | mean AUC | mean log-loss |");
        Console.WriteLine("|---|---|---|");
        foreach (var group in scores.Selection.Trials.GroupBy(trial => trial.Learner))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {group.Key} | {group.Average(trial => trial.Measures?.Area?.Value ?? double.NaN):F4} | {group.Average(trial => trial.Measures?.LogLoss ?? double.NaN):F4} |"));
        }

        return 0;
    }
}
