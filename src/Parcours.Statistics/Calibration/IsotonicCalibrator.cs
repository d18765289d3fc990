using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Calibration;

/// <summary>
/// Calibration by isotonic regression: the rising curve nearest to the outcomes in least squares, found by pooling adjacent violators (Zadrozny and Elkan, "Transforming
/// classifier scores into accurate multiclass probability estimates", KDD 2002; Ayer et al., Annals of Mathematical Statistics 26, 1955).
/// </summary>
/// <remarks>
/// Between the mean scores of two pooled blocks the curve is a straight line (the centred form of Oron and Flournoy, Statistics in Biopharmaceutical Research 9, 2017), so
/// that rows keep their order instead of falling into steps. Values stay between 1 / (n + 2) and (n + 1) / (n + 2) for n rows: a sample never makes sure.
/// Beyond the outermost blocks the curve is flat: where scores will leave the range of those fitted on, as when a whole base grows older, <see cref="PlattCalibrator"/> keeps their order.
/// </remarks>
public sealed class IsotonicCalibrator : ICalibrator
{
    private readonly double[] _scores;
    private readonly double[] _values;

    private IsotonicCalibrator(double[] scores, double[] values) => (_scores, _values) = (scores, values);

    /// <summary>Fits the curve.</summary>
    /// <param name="probabilities">What a model said of rows it did not learn from, 0 to 1.</param>
    /// <param name="outcomes">What happened to them.</param>
    /// <returns>The curve; refused without rows of both classes. A constant probability gives the rate everywhere.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    public static Learned<IsotonicCalibrator> Fit(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        if (CalibrationRows.Refusal(probabilities, outcomes) is { } refusal)
        {
            return Learned<IsotonicCalibrator>.Refused(refusal);
        }

        double[] scores = probabilities.ToArray();
        bool[] happened = outcomes.ToArray();
        Array.Sort(scores, happened);
        var blocks = new List<Block>();
        for (int first = 0; first < scores.Length;)
        {
            // A tie is one point.
            var block = default(Block);
            int end = first;
            for (; end < scores.Length && scores[end] == scores[first]; end++)
            {
                block = block.With(new(scores[end], happened[end] ? 1 : 0, 1));
            }

            // A block that does not rise above the one before joins it.
            while (blocks.Count > 0 && blocks[^1].Share >= block.Share)
            {
                block = blocks[^1].With(block);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
            first = end;
        }

        double least = 1 / (scores.Length + 2.0);
        return Learned<IsotonicCalibrator>.Of(new(
            [.. blocks.Select(block => block.Scores / block.Rows)],
            [.. blocks.Select(block => Math.Clamp(block.Share, least, 1 - least))]));
    }

    /// <inheritdoc/>
    public double Calibrate(double probability)
    {
        int at = Array.BinarySearch(_scores, probability);
        int above = at >= 0 ? at : ~at;
        if (at >= 0 || above == 0)
        {
            return _values[above];
        }

        if (above == _scores.Length)
        {
            return _values[^1];
        }

        double way = (probability - _scores[above - 1]) / (_scores[above] - _scores[above - 1]);
        return _values[above - 1] + (way * (_values[above] - _values[above - 1]));
    }

    private readonly record struct Block(double Scores, int Positives, int Rows)
    {
        public double Share => (double)Positives / Rows;

        public Block With(Block higher) => new(Scores + higher.Scores, Positives + higher.Positives, Rows + higher.Rows);
    }
}
