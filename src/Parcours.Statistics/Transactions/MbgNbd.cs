namespace Parcours.Statistics.Transactions;

/// <summary>
/// MBG/NBD (Batislam, Denizel and Filiztekin 2007; Hoppe and Wagner 2007): as BG/NBD, but a customer may also stop right after the first purchase, so that
/// P(alive) without a repeat purchase is below 1 and falls with time.
/// </summary>
/// <param name="r">Shape of the purchase paces; above 0.</param>
/// <param name="alpha">Rate of the purchase paces, in time; above 0.</param>
/// <param name="a">First parameter of the chance to stop; above 0.</param>
/// <param name="b">Second parameter of the chance to stop; above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0, or not finite.</exception>
public sealed class MbgNbd(double r, double alpha, double a, double b) : BetaGeometricModel(r, alpha, a, b, firstMayBeLast: true, regularity: 1)
{
    /// <inheritdoc/>
    public override string Id => "mbgnbd";
}
