using Parcours.Statistics.Learners;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Calibration;

/// <summary>
/// Calibration by a line in log-odds: logit of the calibrated probability = a + b logit p. Platt, "Probabilistic outputs for support vector machines and comparisons to
/// regularized likelihood methods", Advances in Large Margin Classifiers (1999), with his targets (N₊ + 1) / (N₊ + 2) and 1 / (N₋ + 2) in place of 1 and 0, and the
/// Newton steps of Lin, Lin and Weng, Machine Learning 68 (2007).
/// </summary>
public sealed class PlattCalibrator : ICalibrator
{
    private const int MostIterations = 100;
    private const double Tolerance = 1e-10;

    // Log-odds of p are taken no further out than this: 1e-12 from 0 and 1.
    private const double Nearest = 1e-12;

    private PlattCalibrator(double intercept, double slope) => (Intercept, Slope) = (intercept, slope);

    /// <summary>a, in log-odds: 0 when the model was right on average.</summary>
    public double Intercept { get; }

    /// <summary>b: 1 when the model's log-odds were spread as they should, below 1 when it was too sure of itself.</summary>
    public double Slope { get; }

    /// <summary>Fits the line.</summary>
    /// <param name="probabilities">What a model said of rows it did not learn from, 0 to 1.</param>
    /// <param name="outcomes">What happened to them.</param>
    /// <returns>The line; refused without rows of both classes. A constant probability gives about the rate everywhere.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    public static Learned<PlattCalibrator> Fit(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        if (CalibrationRows.Refusal(probabilities, outcomes) is { } refusal)
        {
            return Learned<PlattCalibrator>.Refused(refusal);
        }

        double[] scores = new double[probabilities.Length];
        for (int row = 0; row < scores.Length; row++)
        {
            scores[row] = LogOdds(probabilities[row]);
        }

        double positives = outcomes.Count(true);
        double negatives = outcomes.Length - positives;
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        bool[] happened = outcomes.ToArray();
        (double a, double b) = (Math.Log((positives + 1) / (negatives + 1)), 0);
        Sums at = Sum(scores, happened, high, low, a, b);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            // A constant score says nothing of b: the little that is added to the diagonal leaves it at 0.
            double aa = at.AA + Nearest;
            double bb = at.BB + Nearest;
            double determinant = (aa * bb) - (at.AB * at.AB);
            double stepA = ((bb * at.A) - (at.AB * at.B)) / determinant;
            double stepB = ((aa * at.B) - (at.AB * at.A)) / determinant;
            double gain = ((stepA * at.A) + (stepB * at.B)) / 2;
            Sums next = Sum(scores, happened, high, low, a + stepA, b + stepB);
            if (gain <= Tolerance * (1 + Math.Abs(at.LogLikelihood)))
            {
                return Learned<PlattCalibrator>.Of(new(a + stepA, b + stepB));
            }

            for (int halving = 0; halving < MostIterations && !(next.LogLikelihood >= at.LogLikelihood); halving++)
            {
                (stepA, stepB) = (stepA / 2, stepB / 2);
                next = Sum(scores, happened, high, low, a + stepA, b + stepB);
            }

            (a, b, at) = (a + stepA, b + stepB, next);
        }

        return Learned<PlattCalibrator>.Refused(LearningRefusal.NotConverged);
    }

    /// <inheritdoc/>
    public double Calibrate(double probability) => LogSpace.OneOver1PExp(-(Intercept + (Slope * LogOdds(probability))));

    private static double LogOdds(double probability)
    {
        double p = Math.Clamp(probability, Nearest, 1 - Nearest);
        return Math.Log(p / (1 - p));
    }

    private static Sums Sum(double[] scores, bool[] happened, double high, double low, double a, double b)
    {
        var sums = default(Sums);
        for (int row = 0; row < scores.Length; row++)
        {
            double score = scores[row];
            double odds = a + (b * score);
            double target = happened[row] ? high : low;
            double p = LogSpace.OneOver1PExp(-odds);
            double variance = p * (1 - p);
            sums.LogLikelihood += (target * odds) - Math.Max(0, odds) - Math.Log(1 + Math.Exp(-Math.Abs(odds)));
            sums.A += target - p;
            sums.B += (target - p) * score;
            sums.AA += variance;
            sums.AB += variance * score;
            sums.BB += variance * score * score;
        }

        return sums;
    }

    private record struct Sums(double LogLikelihood, double A, double B, double AA, double AB, double BB);
}
