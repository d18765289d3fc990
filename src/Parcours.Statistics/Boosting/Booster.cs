using Parcours.Statistics.Learners;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Boosting;

/// <summary>
/// Gradient boosting: tree after tree, each grown on the slope of the loss where the trees before it have led (Friedman 2001, algorithm 1), until rows held back say that
/// more would not help.
/// </summary>
/// <param name="lossOf">The loss of targets with their weights.</param>
/// <param name="startOf">What trees start from, learnt from the given rows; null for one score everywhere.</param>
internal sealed class Booster(
    FeatureTable features,
    double[] targets,
    double[]? weights,
    BoostingOptions options,
    Func<double[], double[]?, Loss> lossOf,
    Func<int[], Learned<IBinaryModel>>? startOf = null)
{
    private const int FewestHeldBack = 50;

    // Apart from the stream that deals the rows.
    private const ulong FeatureStream = 1;

    public Learned<Ensemble> Run()
    {
        (int[] learnt, int[] heldBack) = Deal();
        Learned<IBinaryModel>? first = startOf?.Invoke(learnt);
        if (first?.Refusal is { } refusal)
        {
            return Learned<Ensemble>.Refused(refusal);
        }

        FeatureBins[] bins = Bins(learnt);
        var table = new BinnedTable(features, bins, learnt, options.Threads);
        Loss loss = LossOf(learnt);
        var start = new StartingScore(first?.Model, first is null ? loss.Start : 0);
        double[] starts = start.Of(features);
        EarlyStopping? test = heldBack.Length == 0
            ? null
            : new(new(features, bins, heldBack, options.Threads), LossOf(heldBack), Of(starts, heldBack), options);
        Tree[] trees = Grow(table, bins, loss, Of(starts, learnt), test);
        return Learned<Ensemble>.Of(new(bins, start, trees));
    }

    private Tree[] Grow(BinnedTable table, FeatureBins[] bins, Loss loss, double[] scores, EarlyStopping? test)
    {
        long[] gradients = new long[table.RowCount];
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

        return [.. trees.Take(test?.BestCount ?? trees.Count)];
    }

    private Loss LossOf(int[] rows) => lossOf(Of(targets, rows), weights is null ? null : Of(weights, rows));

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
