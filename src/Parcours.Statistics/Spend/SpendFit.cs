namespace Parcours.Statistics.Spend;

/// <summary>A Gamma-Gamma model fitted by maximum likelihood, and how sure it is. Read <see cref="Warnings"/> before trusting it.</summary>
/// <param name="Model">The fitted model; null when nobody has a repeat purchase with a positive amount.</param>
/// <param name="StandardErrors">
/// Standard errors of p, q and gamma, from the inverse of the observed information; empty when the optimum is not an ordinary peak, so that no honest figure exists.
/// </param>
/// <param name="Covariance">The covariance of p, q and gamma, row by row; empty with the standard errors.</param>
/// <param name="LogLikelihood">The log-likelihood of all fitted customers at the optimum, with amounts in the caller's currency; 0 without a model.</param>
/// <param name="Customers">How many customers it rests on: those with repeat purchases of a positive mean.</param>
/// <param name="LeftOut">How many customers with repeat purchases were left out for a mean spend of zero or less.</param>
/// <param name="ObservedMean">Mean over the fitted customers of their mean spend; 0 without a model.</param>
/// <param name="Converged">Whether the slope of the likelihood vanished at the optimum.</param>
/// <param name="Warnings">What the reader must be told, in order; empty when all is well.</param>
/// <param name="Iterations">Steps of the search, all starts together.</param>
public sealed record SpendFit(
    GammaGammaModel? Model,
    IReadOnlyList<double> StandardErrors,
    double[,] Covariance,
    double LogLikelihood,
    long Customers,
    long LeftOut,
    double ObservedMean,
    bool Converged,
    IReadOnlyList<SpendWarning> Warnings,
    int Iterations);
