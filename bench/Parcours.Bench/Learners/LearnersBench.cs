using System.Diagnostics;
using System.Globalization;
using Parcours.Statistics.Boosting;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Logistic;
using Parcours.Statistics.Measures;

namespace Parcours.Bench.Learners;

/// <summary>Boosting and logistic regression on made-up rows: <c>boosting [rows] [features]</c>. Prints the rows of bench/results/boosting.md.</summary>
internal static class LearnersBench
{
    private const int Runs = 3;

    public static int Run(string[] options)
    {
        int rows = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 400_000;
        int features = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 20;
        BinarySample sample = Rows(rows, features);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows:N0} rows x {features} features, {Environment.ProcessorCount} cores, best and median of {Runs} runs after a first one"));
        Console.WriteLine();
        Console.WriteLine("| what | best, s | median, s | processor time, s | area under the curve |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        var boosting = new BoostingLearner(new() { Trees = 100, Leaves = 31, LearningRate = 0.1, ValidationShare = 0 });
        IBinaryModel trees = Time("boosting, 100 trees of 31 leaves", sample, () => boosting.Learn(sample).Model!);
        IBinaryModel odds = Time("logistic regression", sample, () => new LogisticLearner().Learn(sample).Model!);
        Time("predicting with the trees", null, () => trees.Predict(sample.Features));
        Time("predicting with the regression", null, () => odds.Predict(sample.Features));
        return 0;
    }

    private static T Time<T>(string what, BinarySample? test, Func<T> work)
    {
        T result = work();
        double[] times = new double[Runs];
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int run = 0; run < Runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            result = work();
            times[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        // Both cores together, a run on average: what a busy machine does not change much.
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds / Runs;
        Array.Sort(times);
        string area = test is null ? "" : AreaUnderCurve.Compute(((IBinaryModel)result!).Predict(test.Features), test.Outcomes)!.Value.ToString("F4", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times[0]:F2} | {times[Runs / 2]:F2} | {processor:F2} | {area} |"));
        return result;
    }

    // Counts, amounts and delays as customers have them: skewed, with ties and gaps; the outcome follows some of them, and chance.
    private static BinarySample Rows(int rows, int features)
    {
        var random = new Random(7);
        float[][] columns = [.. Enumerable.Range(0, features).Select(_ => new float[rows])];
        bool[] outcomes = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            double taste = random.NextDouble();
            for (int feature = 0; feature < features; feature++)
            {
                double draw = -Math.Log(1 - random.NextDouble()) * (0.2 + (feature % 3 == 0 ? taste : 0.5));
                columns[feature][row] = (float)(feature % 4 == 0 ? Math.Floor(draw * 5) : feature % 4 == 1 && draw > 1.5 ? float.NaN : draw);
            }

            double score = (3 * taste) - 2 + (0.5 * columns[2][row]) - (0.2 * columns[4][row] * columns[3][row]);
            outcomes[row] = random.NextDouble() < 1 / (1 + Math.Exp(-score));
        }

        return new(new(columns.Select((values, feature) => FeatureColumn.Number(string.Create(CultureInfo.InvariantCulture, $"f{feature}"), values))), outcomes);
    }
}
