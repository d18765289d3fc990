using Parcours.Statistics.Learners;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Boosting;

/// <summary>
/// Gradient boosting: tree after tree, each grown on the slope of the loss where the trees before it have led (Friedman 2001, algorithm 1), until rows held back say that
/// more would not help.
/// </summary>
internal sealed class Booster(FeatureTable features, double[] targets, double[]? weights, BoostingOptions options, Func<double[], double[]?, Loss> lossOf)
{
    private const int FewestHeldBack = 50;

    // Apart from the stream that deals the rows.
    private const ulong FeatureStream = 1;

    public Ensemble Run()
    {
        (int[] learnt, int[] heldBack) = Deal();
        FeatureBins[] bins = Bins(learnt);
        var table = new BinnedTable(features, bins, learnt, options.Threads);
        Loss loss = lossOf(Of(targets, learnt), weights is null ? null : Of(weights, learnt));
        var test = heldBack.Length == 0
            ? null
            : new EarlyStopping(new(features, bins, heldBack, options.Threads), lossOf(Of(targets, heldBack), weights is null ? null : Of(weights, heldBack)), loss.Start, options);

        double start = loss.Start;
        double[] scores = new double[learnt.Length];
        Array.Fill(scores, start);
        long[] gradients = new long[learnt.Length];
        var grower = new TreeGrower(table, bins, options);
        var random = new SeededRandom(options.Seed, FeatureStream);
        var trees = new List<Tree>();
        while (trees.Count < options.Trees && test is not { IsOver: true })
        {
            GradientScale scale = loss.Fill(scores, gradients, options.Threads);
            if (grower.Grow(gradients, scale, Draw(random), scores) is not { } tree)
            {
                break;
            }

            trees.Add(tree);
            test?.Add(tree);
        }

        return new(bins, start, [.. trees.Take(test?.BestCount ?? trees.Count)]);
    }

    private (int[] Learnt, int[] HeldBack) Deal()
    {
        // Rows that weigh nothing teach nothing.
        int[] order = [.. Enumerable.Range(0, features.RowCount).Where(row => weights is null || weights[row] > 0)];
        int rows = order.Length;
        int held = (int)(rows * options.ValidationShare);
        if (held < FewestHeldBack)
        {
            return (order, []);
        }

        var random = new SeededRandom(options.Seed);
        for (int place = 0; place < held; place++)
        {
            int other = place + random.NextInt(rows - place);
            (order[place], order[other]) = (order[other], order[place]);
        }

        Array.Sort(order, 0, held);
        Array.Sort(order, held, rows - held);
        return (order[held..], order[..held]);
    }

    private FeatureBins[] Bins(int[] rows)
    {
        var bins = new FeatureBins[features.Columns.Length];
        Parallel.For(0, bins.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, feature =>
            bins[feature] = FeatureBins.Of(features.Columns[feature], rows));
        return bins;
    }

    private int[] Draw(SeededRandom random)
    {
        int[] all = [.. Enumerable.Range(0, features.Columns.Length)];
        int drawn = Math.Max(1, (int)Math.Round(options.FeatureShare * all.Length));
        if (drawn == all.Length)
        {
            return all;
        }

        for (int place = 0; place < drawn; place++)
        {
            int other = place + random.NextInt(all.Length - place);
            (all[place], all[other]) = (all[other], all[place]);
        }

        Array.Sort(all, 0, drawn);
        return all[..drawn];
    }

    private static double[] Of(double[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
