namespace Parcours.Statistics.Measures;

/// <summary>Scores in ascending order with the outcomes beside them, read one group of equal scores at a time: no measure depends on the order of rows.</summary>
internal sealed class SortedScores
{
    private readonly double[] _scores;
    private readonly double[] _outcomes;

    public SortedScores(ReadOnlySpan<double> scores, ReadOnlySpan<double> outcomes)
    {
        Require.SameLength(scores.Length, outcomes.Length);
        Require.Numbers(scores);
        Require.Numbers(outcomes);
        _scores = scores.ToArray();
        _outcomes = outcomes.ToArray();
        Array.Sort(_scores, _outcomes);
    }

    public int Count => _scores.Length;

    public double Score(int place) => _scores[place];

    public double Outcome(int place) => _outcomes[place];

    /// <summary>The place after the last one that has the same score as <paramref name="first"/>.</summary>
    public int EndOfTie(int first)
    {
        int end = first + 1;
        while (end < _scores.Length && _scores[end] == _scores[first])
        {
            end++;
        }

        return end;
    }

    public double OutcomesOf(int first, int end)
    {
        double sum = 0;
        for (int place = first; place < end; place++)
        {
            sum += _outcomes[place];
        }

        return sum;
    }

    /// <summary>
    /// The sums over bins of equal size, from the lowest scores: bin b holds the places floor(b n / bins) to floor((b + 1) n / bins) - 1.
    /// Where equal scores fall in two bins, each place takes the mean outcome of its tie: what any order of the ties gives on average.
    /// </summary>
    public ScoreBin[] Bins(int bins)
    {
        var sums = new ScoreBin[bins];
        for (int first = 0; first < Count;)
        {
            int end = EndOfTie(first);
            double mean = OutcomesOf(first, end) / (end - first);
            for (int place = first; place < end;)
            {
                int bin = BinOf(place, bins);
                int stop = Math.Min(end, StartOf(bin + 1, bins));
                sums[bin] = sums[bin].With(stop - place, _scores[first], mean);
                place = stop;
            }

            first = end;
        }

        return sums;
    }

    private int StartOf(int bin, int bins) => (int)((long)bin * Count / bins);

    private int BinOf(int place, int bins)
    {
        int bin = (int)((long)place * bins / Count);
        while (StartOf(bin + 1, bins) <= place)
        {
            bin++;
        }

        return bin;
    }
}

/// <summary>The rows of a bin and the sums of their scores and outcomes.</summary>
internal readonly record struct ScoreBin(int Rows, double Scores, double Outcomes)
{
    public ScoreBin With(int rows, double score, double meanOutcome) => new(Rows + rows, Scores + (rows * score), Outcomes + (rows * meanOutcome));
}
