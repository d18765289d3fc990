using Parcours.Statistics.Opportunities;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Predictions;

/// <summary>A model fitted on the base as known at a cut. Read <see cref="Warnings"/> before trusting it.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Model">The model that came out: the one asked for, or <c>nbd</c> where no attrition is visible.</param>
/// <param name="CutDay">The local day number of the cut.</param>
/// <param name="Regularity">k of MBG/CNBD-k; 1 for the others.</param>
/// <param name="Parameters">In the order of <see cref="PredictionModels.ParametersOf"/>; empty when nothing could be fitted.</param>
/// <param name="StandardErrors">One a parameter; empty where no honest figure exists.</param>
/// <param name="Covariance">Of the parameters, row by row, end to end; empty with the standard errors.</param>
/// <param name="LogLikelihood">Of all customers at the optimum; 0 when nothing could be fitted.</param>
/// <param name="Customers">How many customers it rests on.</param>
/// <param name="Converged">Whether the search settled.</param>
/// <param name="Warnings">What the reader must be told, in order; empty when all is well.</param>
/// <param name="ObservedMean">For the spend model, the mean over customers of their mean spend; 0 for the others.</param>
public sealed record FittedModel(
    ModelRequest Request,
    string Model,
    int CutDay,
    int Regularity,
    IReadOnlyList<double> Parameters,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<double> Covariance,
    double LogLikelihood,
    long Customers,
    bool Converged,
    IReadOnlyList<ModelWarning> Warnings,
    double ObservedMean = 0)
{
    /// <summary>Whether there is a model at all.</summary>
    public bool IsFitted => Parameters.Count > 0;

    /// <summary>The model of when customers buy; null when it is another kind, or nothing was fitted.</summary>
    public ITransactionModel? Transactions => IsFitted ? PredictionModels.Transactions(Model, Parameters, Regularity) : null;

    /// <summary>The model of opportunities; null when it is another kind, or nothing was fitted.</summary>
    public BgBbModel? Opportunities =>
        IsFitted && Model == PredictionModels.Opportunities ? new BgBbModel(Parameters[0], Parameters[1], Parameters[2], Parameters[3]) : null;

    /// <summary>The model of spend; null when it is another kind, or nothing was fitted.</summary>
    public GammaGammaModel? Spend =>
        IsFitted && Model == PredictionModels.Spend ? new GammaGammaModel(Parameters[0], Parameters[1], Parameters[2], ObservedMean) : null;
}
