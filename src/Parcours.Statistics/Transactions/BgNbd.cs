namespace Parcours.Statistics.Transactions;

/// <summary>
/// BG/NBD (Fader, Hardie and Lee 2005, "Counting your customers the easy way"): a customer may stop only after a repeat purchase. The log-likelihood is their
/// equation 6, P(alive) and expected purchases those of their appendix and equation 10.
/// </summary>
/// <remarks>
/// Without a repeat purchase P(alive) is 1 for everyone, so that 1 - P(alive) is no churn score: use
/// <see cref="ITransactionModel.ProbabilityNoPurchase"/>, or a model in which the first purchase may be the last.
/// </remarks>
/// <param name="r">Shape of the purchase paces; above 0.</param>
/// <param name="alpha">Rate of the purchase paces, in time; above 0.</param>
/// <param name="a">First parameter of the chance to stop; above 0.</param>
/// <param name="b">Second parameter of the chance to stop; above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0, or not finite.</exception>
public sealed class BgNbd(double r, double alpha, double a, double b) : BetaGeometricModel(r, alpha, a, b, firstMayBeLast: false, regularity: 1)
{
    /// <inheritdoc/>
    public override string Id => "bgnbd";
}
