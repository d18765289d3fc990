namespace Parcours.Statistics.Recommendation;

/// <summary>
/// How well lists of <see cref="RankingScore.Length"/> items found what was bought next, as means over customers.
/// Source of both measures: Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002, with gains of 0 and 1.
/// </summary>
/// <param name="Customers">Customers with something to find.</param>
/// <param name="Recall">Of the distinct items to find, the share that is in the list, 0 to 1; NaN without a customer.</param>
/// <param name="RecallError">The standard error of <paramref name="Recall"/>; NaN below two customers.</param>
/// <param name="Ndcg">The discounted gain (an item found at rank r, from 1, brings 1 / log2(r + 1)) over that of the best possible list, 0 to 1; NaN without a customer.</param>
/// <param name="NdcgError">The standard error of <paramref name="Ndcg"/>; NaN below two customers.</param>
public sealed record RankingScore(int Customers, double Recall, double RecallError, double Ndcg, double NdcgError)
{
    /// <summary>How many items a list has: the "@10" of the measures.</summary>
    public const int Length = 10;

    /// <summary>The means of what each customer's list found.</summary>
    internal static RankingScore Of(double[] recalls, double[] gains)
    {
        (double recall, double recallError) = MeanOf(recalls);
        (double ndcg, double ndcgError) = MeanOf(gains);
        return new(recalls.Length, recall, recallError, ndcg, ndcgError);
    }

    /// <summary>Recall and normalised gain of one list.</summary>
    internal static (double Recall, double Ndcg) Measure(TopItems list, ReadOnlySpan<int> toFind)
    {
        int found = 0;
        double gain = 0;
        double best = 0;
        for (int rank = 0; rank < Length; rank++)
        {
            double worth = 1 / Math.Log2(rank + 2);
            best += rank < toFind.Length ? worth : 0;
            if (rank < list.Count && toFind.Contains(list[rank].Item))
            {
                found++;
                gain += worth;
            }
        }

        return ((double)found / toFind.Length, gain / best);
    }

    private static (double Mean, double Error) MeanOf(double[] values)
    {
        double mean = values.Length == 0 ? double.NaN : values.Sum() / values.Length;
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return (mean, values.Length < 2 ? double.NaN : Math.Sqrt(squares / (values.Length - 1) / values.Length));
    }
}
