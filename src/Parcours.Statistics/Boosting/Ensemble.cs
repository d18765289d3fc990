using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Boosting;

/// <summary>Boosted trees: a first guess, and the trees that correct it one after the other.</summary>
internal sealed class Ensemble(FeatureBins[] bins, StartingScore start, Tree[] trees)
{
    private const int StripRows = 1024;

    public int TreeCount => trees.Length;

    /// <summary>The score of every row: the first guess and the answers of all trees.</summary>
    public double[] Scores(FeatureTable rows)
    {
        FeatureColumn[] columns = Columns(rows);
        double[] scores = start.Of(rows);
        Parallel.For(0, (rows.RowCount + StripRows - 1) / StripRows, strip =>
        {
            int first = strip * StripRows;
            int count = Math.Min(StripRows, scores.Length - first);
            byte[] binned = new byte[count * bins.Length];
            for (int feature = 0; feature < bins.Length; feature++)
            {
                ReadOnlySpan<float> values = columns[feature].Values.Span.Slice(first, count);
                for (int row = 0; row < count; row++)
                {
                    binned[(row * bins.Length) + feature] = bins[feature].BinOf(values[row]);
                }
            }

            Span<double> strips = scores.AsSpan(first, count);
            foreach (Tree tree in trees)
            {
                for (int row = 0; row < count; row++)
                {
                    strips[row] += tree.Answer(binned.AsSpan(row * bins.Length, bins.Length));
                }
            }
        });

        return scores;
    }

    /// <summary>The way through each tree, feature by feature: Saabas, "Interpreting random forests" (2014), the path's changes of the mean answer.</summary>
    public Explanation Explain(FeatureTable rows, int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)rows.RowCount, nameof(row));
        byte[] binned = [.. Columns(rows).Select((column, feature) => bins[feature].BinOf(column.Values.Span[row]))];
        double[] amounts = new double[bins.Length];
        foreach (Tree tree in trees)
        {
            tree.Explain(binned, amounts);
        }

        Explanation first = start.Explain(rows, row);
        foreach (FeatureContribution part in first.Contributions)
        {
            amounts[Array.FindIndex(bins, feature => feature.Name == part.Feature)] += part.Amount;
        }

        return new(
            first.Start + trees.Sum(tree => tree.RootValue),
            [.. bins.Select((feature, at) => new FeatureContribution(feature.Name, amounts[at]))]);
    }

    private FeatureColumn[] Columns(FeatureTable rows) => [.. bins.Select(feature => rows[feature.Name])];
}
