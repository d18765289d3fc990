using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Survival;

/// <summary>
/// Proportional hazards: what features multiply the hazard by, whatever its course over time, h(t | x) = h₀(t) exp(Σ βⱼ xⱼ). Cox, "Regression models and life-tables", Journal of
/// the Royal Statistical Society B 34 (1972); ties by Efron, "The efficiency of Cox's likelihood function for censored data", JASA 72 (1977).
/// </summary>
/// <remarks>
/// Features become terms as in <see cref="Logistic.LogisticLearner"/>: numbers standardised inside, a missing one at the mean with a term of its own, a category as codes against the
/// commonest. Maximum partial likelihood by Newton's method, without penalty. Rows count alike.
/// </remarks>
public static class CoxRegression
{
    /// <summary>Fits the regression.</summary>
    /// <param name="features">What was known of each row when it began.</param>
    /// <param name="durations">How long it lasted, or has lasted so far: finite, 0 or more, in any one unit.</param>
    /// <param name="ended">Whether it ended then.</param>
    /// <returns>
    /// The model; refused without rows, when nothing ended (<see cref="LearningRefusal.OneClass"/>), when features say the same thing or never change (<see
    /// cref="LearningRefusal.Collinear"/>), when a coefficient would grow for ever (<see cref="LearningRefusal.Separated"/>: at each ending it is the row with the
    /// highest, or lowest, feature that ends) or when the search does not settle.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a duration is out of range.</exception>
    public static Learned<CoxModel> Fit(FeatureTable features, double[] durations, bool[] ended)
    {
        Durations.Check(durations, ended);
        if (durations.Length != features.RowCount)
        {
            throw new ArgumentException($"{features.RowCount} rows, {durations.Length} durations: there must be one a row.", nameof(durations));
        }

        if (durations.Length == 0 || !ended.Contains(true))
        {
            return Learned<CoxModel>.Refused(durations.Length == 0 ? LearningRefusal.NoRows : LearningRefusal.OneClass);
        }

        Term[] terms = Term.Of(features, null);
        if (terms.Length == 0)
        {
            return Learned<CoxModel>.Refused(LearningRefusal.Collinear);
        }

        var likelihood = new CoxLikelihood(features, terms, durations, ended);
        double[] start = new double[terms.Length];
        Learned<Summit> fit = NewtonAscent.Climb(likelihood.At, start, new double[terms.Length]);
        return fit.Model is null
            ? Learned<CoxModel>.Refused(fit.Refusal!.Value)
            : Learned<CoxModel>.Of(new(terms, fit.Model, likelihood.At(start).LogLikelihood, ended.Count(ending => ending)));
    }
}
