using Parcours.Statistics.Learners;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Logistic;

/// <summary>
/// Logistic regression: log-odds that add up over features, P(y = 1 | x) = 1 / (1 + exp(-β₀ - Σ βⱼ xⱼ)), with a quadratic penalty on the coefficients of standardised
/// features. Maximises Σ wᵢ ln P(yᵢ | xᵢ) - (λ / 2) Σ βⱼ², the intercept being free. Cox, "The regression analysis of binary sequences", Journal of the Royal
/// Statistical Society B 20 (1958); the penalty: le Cessie and van Houwelingen, Applied Statistics 41 (1992).
/// </summary>
/// <remarks>
/// Numbers are standardised inside; one that is missing stands at the mean, and "missing" is a term of its own. A category has one term for each of its codes except
/// the commonest (and those beyond the thirtieth), a code never seen counting as the commonest. A feature that is the same for all rows is left out. Newton's method,
/// the step halved while it does not help; converged when another step would add less than 1e-10 of the log-likelihood.
/// </remarks>
/// <param name="options">How to fit; null for the defaults.</param>
public sealed class LogisticLearner(LogisticOptions? options = null) : IBinaryLearner
{
    private const int MostIterations = 50;
    private const int MostHalvings = 20;
    private const double Tolerance = 1e-10;

    // Near its top Newton's gain falls as its own square; when coefficients run away, by e a step.
    private const double RunawayRatio = 0.1;

    private readonly LogisticOptions _options = (options ?? new()).Checked();

    /// <inheritdoc/>
    public string Name => "logistic";

    /// <inheritdoc/>
    public Learned<IBinaryModel> Learn(BinarySample sample)
    {
        Learned<LogisticModel> fit = Fit(sample);
        return new(fit.Model, fit.Refusal);
    }

    /// <summary>Learns, and tells coefficients with their standard errors.</summary>
    /// <param name="sample">Rows with outcomes.</param>
    /// <returns>The model, or why there is none; without a penalty, also when features separate the outcome or say the same thing.</returns>
    public Learned<LogisticModel> Fit(BinarySample sample)
    {
        if (sample.Refusal() is { } refusal)
        {
            return Learned<LogisticModel>.Refused(refusal);
        }

        Term[] terms = [.. sample.Features.Columns.SelectMany((feature, column) => Term.Of(feature, column, sample.Weights))];
        var likelihood = new LogisticLikelihood(sample, terms, _options.Threads);
        double[] coefficients = new double[likelihood.Size];
        (double with, double without) = sample.Totals();
        coefficients[0] = Math.Log(with / without);
        LogisticPoint point = likelihood.At(coefficients);
        double lastGain = double.PositiveInfinity;
        for (int iteration = 1; iteration <= MostIterations; iteration++)
        {
            double[] slope = Slope(point, coefficients);
            if (SymmetricMatrix.Cholesky(Penalised(point)) is not { } root)
            {
                return Learned<LogisticModel>.Refused(iteration == 1 ? LearningRefusal.Collinear : LearningRefusal.Separated);
            }

            double[] step = [.. slope];
            SymmetricMatrix.SolveInPlace(root, step);
            double gain = slope.Zip(step, (a, b) => a * b).Sum() / 2;
            double[] next = [.. coefficients.Zip(step, (a, b) => a + b)];
            LogisticPoint nextPoint = likelihood.At(next);
            if (gain <= Tolerance * (1 + Math.Abs(point.LogLikelihood)))
            {
                return _options.L2 == 0 && gain > RunawayRatio * lastGain
                    ? Learned<LogisticModel>.Refused(LearningRefusal.Separated)
                    : LogisticModel.From(sample, terms, next, nextPoint, Penalised(nextPoint), iteration);
            }

            for (int halving = 0; halving < MostHalvings && !(Objective(nextPoint, next) >= Objective(point, coefficients)); halving++)
            {
                step = [.. step.Select(part => part / 2)];
                next = [.. coefficients.Zip(step, (a, b) => a + b)];
                nextPoint = likelihood.At(next);
            }

            (coefficients, point, lastGain) = (next, nextPoint, gain);
        }

        return Learned<LogisticModel>.Refused(LearningRefusal.NotConverged);
    }

    private double Objective(LogisticPoint point, double[] coefficients) =>
        point.LogLikelihood - (_options.L2 / 2 * coefficients.Skip(1).Sum(coefficient => coefficient * coefficient));

    private double[] Slope(LogisticPoint point, double[] coefficients) =>
        [.. point.Gradient.Select((slope, j) => j == 0 ? slope : slope - (_options.L2 * coefficients[j]))];

    private double[,] Penalised(LogisticPoint point)
    {
        var matrix = (double[,])point.Information.Clone();
        for (int j = 1; j < matrix.GetLength(0); j++)
        {
            matrix[j, j] += _options.L2;
        }

        return matrix;
    }
}
