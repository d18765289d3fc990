using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Boosting;

/// <summary>What boosting lowers: the loss of each row, with its slope and curvature in the row's score.</summary>
internal abstract class Loss(double[] targets, double[]? weights)
{
    private const int StripRows = 16_384;

    protected double[] Targets { get; } = targets;

    /// <summary>The constant score with the lowest loss.</summary>
    public abstract double Start { get; }

    /// <summary>The weighted mean loss of scores; strips are added in order.</summary>
    public double Mean(double[] scores, int threads)
    {
        var sums = new (double Loss, double Weight)[Strips];
        Each(threads, (strip, first, end) =>
        {
            for (int row = first; row < end; row++)
            {
                sums[strip].Loss += Weight(row) * Of(row, scores[row]);
                sums[strip].Weight += Weight(row);
            }
        });

        return sums.Sum(sum => sum.Loss) / sums.Sum(sum => sum.Weight);
    }

    /// <summary>Writes each row's gradient and curvature as whole numbers, and tells their scale.</summary>
    public GradientScale Fill(double[] scores, long[] gradients, int threads)
    {
        (double gradient, double curvature) = Largest(scores);
        var scale = new GradientScale(gradient, curvature, gradients.Length);
        Each(threads, (_, first, end) => Fill(scores, gradients, first, end, scale));
        return scale;
    }

    protected abstract double Of(int row, double score);

    protected abstract (double Gradient, double Curvature) Largest(double[] scores);

    protected abstract void Fill(double[] scores, long[] gradients, int first, int end, GradientScale scale);

    protected double Weight(int row) => weights is null ? 1 : weights[row];

    protected double LargestWeight => weights is null ? 1 : weights.Max();

    protected double WeightedMean()
    {
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < Targets.Length; row++)
        {
            sum += Weight(row) * Targets[row];
            weight += Weight(row);
        }

        return sum / weight;
    }

    private int Strips => (Targets.Length + StripRows - 1) / StripRows;

    private void Each(int threads, Action<int, int, int> body) =>
        Parallel.For(0, Strips, new ParallelOptions { MaxDegreeOfParallelism = threads }, strip =>
            body(strip, strip * StripRows, Math.Min(Targets.Length, (strip + 1) * StripRows)));
}

/// <summary>-ln of the probability given to what happened; the score is in log-odds, targets are 0 and 1.</summary>
internal sealed class LogLoss(double[] targets, double[]? weights) : Loss(targets, weights)
{
    public override double Start
    {
        get
        {
            // A part held back for learning may be of one class: half a row of the other keeps the odds finite.
            double mean = Math.Clamp(WeightedMean(), 0.5 / Targets.Length, 1 - (0.5 / Targets.Length));
            return Math.Log(mean / (1 - mean));
        }
    }

    protected override double Of(int row, double score) => Math.Max(0, score) + Math.Log(1 + Math.Exp(-Math.Abs(score))) - (Targets[row] * score);

    protected override (double Gradient, double Curvature) Largest(double[] scores) => (LargestWeight, LargestWeight / 4);

    protected override void Fill(double[] scores, long[] gradients, int first, int end, GradientScale scale)
    {
        for (int row = first; row < end; row++)
        {
            double probability = LogSpace.OneOver1PExp(-scores[row]);
            double weight = Weight(row);
            gradients[row] = scale.Pack(weight * (probability - Targets[row]), weight * probability * (1 - probability));
        }
    }
}

/// <summary>(score - target)² / 2.</summary>
internal sealed class SquaredError(double[] targets, double[]? weights) : Loss(targets, weights)
{
    public override double Start => WeightedMean();

    protected override double Of(int row, double score) => (score - Targets[row]) * (score - Targets[row]) / 2;

    protected override (double Gradient, double Curvature) Largest(double[] scores)
    {
        // Not 0, where nothing is left to learn.
        double largest = 1e-200;
        for (int row = 0; row < scores.Length; row++)
        {
            largest = Math.Max(largest, Math.Abs(Weight(row) * (scores[row] - Targets[row])));
        }

        return (largest, LargestWeight);
    }

    protected override void Fill(double[] scores, long[] gradients, int first, int end, GradientScale scale)
    {
        for (int row = first; row < end; row++)
        {
            gradients[row] = scale.Pack(Weight(row) * (scores[row] - Targets[row]), Weight(row));
        }
    }
}
