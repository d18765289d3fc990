namespace Parcours.Statistics.Transactions;

/// <summary>
/// MBG/CNBD-k (Reutterer, Platzer and Schröder 2021, "Leveraging purchase regularity for predicting customer behavior the easy way"): as MBG/NBD, with
/// purchases more regular than chance. A purchase is every k-th tick of a Poisson clock, so that the time between purchases is Erlang-k; k = 1 is MBG/NBD.
/// </summary>
/// <remarks>
/// The log-likelihood leaves out (k - 1) times the sum of the logarithms of the times between purchases, which no parameter moves; it matters only to compare
/// values of k.
/// </remarks>
/// <param name="regularity">k: 1 or more, at most 20.</param>
/// <param name="r">Shape of the tick paces; above 0.</param>
/// <param name="alpha">Rate of the tick paces, in time; above 0.</param>
/// <param name="a">First parameter of the chance to stop; above 0.</param>
/// <param name="b">Second parameter of the chance to stop; above 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0, or not finite; k is out of range.</exception>
public sealed class MbgCnbd(int regularity, double r, double alpha, double a, double b)
    : BetaGeometricModel(r, alpha, a, b, firstMayBeLast: true, regularity: Checked(regularity))
{
    /// <summary>The largest k.</summary>
    public const int MostRegular = 20;

    /// <inheritdoc/>
    public override string Id => "mbgcnbd";

    /// <summary>k: how many ticks make a purchase.</summary>
    public int Regularity { get; } = regularity;

    private static int Checked(int regularity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(regularity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(regularity, MostRegular);
        return regularity;
    }
}
