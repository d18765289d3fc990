namespace Parcours.Statistics.Learners;

/// <summary>What a regression learnt of one term.</summary>
/// <param name="Term">
/// The feature's name for a number; "name = 3" for one code of a category, against the commonest code; "name missing" for rows without the feature.
/// </param>
/// <param name="Feature">The feature the term belongs to.</param>
/// <param name="Estimate">
/// What one more unit of the feature (or the code, or being missing) adds: to the log-odds in a logistic regression, to the logarithm of the hazard in Cox's. Its exponential
/// is an odds ratio, or a hazard ratio.
/// </param>
/// <param name="StandardError">
/// Its standard error, above 0. With a penalty, that of the penalised estimate around its own mean, (H + λI)⁻¹ H (H + λI)⁻¹ (le Cessie and van Houwelingen,
/// "Ridge estimators in logistic regression", Applied Statistics 41, 1992), which knows nothing of the bias that the penalty brings.
/// </param>
/// <param name="Standardised">The same for one more standard deviation of the term: comparable between terms.</param>
public readonly record struct Coefficient(string Term, string Feature, double Estimate, double StandardError, double Standardised)
{
    /// <summary><see cref="Estimate"/> ± 1.96 standard errors.</summary>
    public ConfidenceInterval Interval =>
        new(Estimate - (ConfidenceInterval.StandardErrors * StandardError), Estimate + (ConfidenceInterval.StandardErrors * StandardError));
}
