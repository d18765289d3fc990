using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Boosting;

/// <summary>Rows as bins, a byte a value, column by column.</summary>
internal sealed class BinnedTable
{
    public BinnedTable(FeatureTable features, FeatureBins[] bins, int[] rows, int threads)
    {
        RowCount = rows.Length;
        Columns = new byte[bins.Length][];
        Parallel.For(0, bins.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, feature =>
        {
            Columns[feature] = new byte[rows.Length];
            bins[feature].Fill(features[bins[feature].Name].Values.Span, rows, Columns[feature]);
        });
    }

    public int RowCount { get; }

    public byte[][] Columns { get; }
}
