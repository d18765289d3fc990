using Parcours.Statistics.Learners;

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

        Term[] terms = Term.Of(sample.Features, sample.Weights);
        (double with, double without) = sample.Totals();
        double[] start = [Math.Log(with / without), .. new double[terms.Length]];
        double[] penalties = [0, .. Enumerable.Repeat(_options.L2, terms.Length)];
        Learned<Summit> fit = NewtonAscent.Climb(new LogisticLikelihood(sample, terms, _options.Threads).At, start, penalties);
        return fit.Model is null ? Learned<LogisticModel>.Refused(fit.Refusal!.Value) : Learned<LogisticModel>.Of(new(sample.Features, terms, fit.Model));
    }
}
