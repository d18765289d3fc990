namespace Parcours.Statistics.Transactions;

/// <summary>
/// A model whose parameters depend on traits of the customer that do not change in time. <see cref="ModelOf"/> gives the ordinary model of a customer with
/// given traits; everything is asked of that one.
/// </summary>
public sealed class CovariateFit
{
    private readonly Func<IReadOnlyList<double>, ITransactionModel>? _modelOf;

    internal CovariateFit(TransactionFit withoutCovariates, Func<IReadOnlyList<double>, ITransactionModel>? modelOf)
    {
        WithoutCovariates = withoutCovariates;
        _modelOf = modelOf;
    }

    /// <summary>The same model fitted without traits, to compare with.</summary>
    public TransactionFit WithoutCovariates { get; }

    /// <summary>The names of the estimates: the model's parameters at traits of zero, then an effect for each moved parameter and trait (<c>alpha:trait</c>).</summary>
    public IReadOnlyList<string> Names { get; internal init; } = [];

    /// <summary>The estimates, in the order of the names; empty when nothing was fitted.</summary>
    public IReadOnlyList<double> Estimates { get; internal init; } = [];

    /// <summary>The standard error of each; empty when the optimum is not an ordinary peak.</summary>
    public IReadOnlyList<double> StandardErrors { get; internal init; } = [];

    /// <summary>The log-likelihood of all customers; twice its gain over <see cref="WithoutCovariates"/> is chi-square with one degree an effect, if there is none.</summary>
    public double LogLikelihood { get; internal init; }

    /// <summary>Whether the slope of the likelihood vanished at the optimum.</summary>
    public bool Converged { get; internal init; }

    /// <summary>What the reader must be told.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; internal init; } = [];

    /// <summary>Steps of the search.</summary>
    public int Iterations { get; internal init; }

    /// <summary>The model of a customer with these traits; null when nothing was fitted.</summary>
    /// <param name="covariates">One value a trait, in the order given to the fit.</param>
    public ITransactionModel? ModelOf(IReadOnlyList<double> covariates) => _modelOf?.Invoke(covariates);
}
