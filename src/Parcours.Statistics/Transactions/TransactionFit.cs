namespace Parcours.Statistics.Transactions;

/// <summary>A model fitted by maximum likelihood, and how sure it is. Read <see cref="Warnings"/> before trusting it.</summary>
/// <param name="Model">The fitted model; the NBD model, which has no attrition, when none can be seen; null when nothing could be fitted, and then a warning says why.</param>
/// <param name="StandardErrors">
/// The standard error of each parameter, from the inverse of the observed information; empty when the optimum is not an ordinary peak, so that no honest figure exists.
/// </param>
/// <param name="Covariance">The covariance of the parameters, row by row; empty with the standard errors.</param>
/// <param name="LogLikelihood">The log-likelihood of all customers at the optimum.</param>
/// <param name="Customers">How many customers it rests on.</param>
/// <param name="Converged">Whether the slope of the likelihood vanished at the optimum.</param>
/// <param name="Warnings">What the reader must be told, in order; empty when all is well.</param>
/// <param name="Iterations">Steps of the search, all starts together.</param>
public sealed record TransactionFit(
    ITransactionModel? Model,
    IReadOnlyList<double> StandardErrors,
    double[,] Covariance,
    double LogLikelihood,
    long Customers,
    bool Converged,
    IReadOnlyList<FitWarning> Warnings,
    int Iterations);
