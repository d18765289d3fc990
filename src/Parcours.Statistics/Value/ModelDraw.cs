using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

/// <summary>One pair of models that the customers could have given instead of the fitted pair.</summary>
/// <param name="Transactions">When customers buy and stop.</param>
/// <param name="Spend">How much they spend at a time.</param>
public readonly record struct ModelDraw(ITransactionModel Transactions, GammaGammaModel Spend);
