namespace Parcours.Statistics.Numerics;

/// <summary>
/// The tanh-sinh rule on [0, 1] (Takahasi and Mori 1974): nodes crowd towards both ends doubly exponentially, so that a logarithm or a root at an end costs
/// no precision; about nine digits for what this package integrates.
/// </summary>
internal static class TanhSinh
{
    private const double Step = 1.0 / 7;
    private const double Reach = 3.1;

    static TanhSinh()
    {
        int side = (int)(Reach / Step);
        int count = (2 * side) + 1;
        (Nodes, Complements, Weights) = (new double[count], new double[count], new double[count]);
        for (int i = 0; i < count; i++)
        {
            double y = (i - side) * Step;
            double odds = Math.PI * Math.Sinh(y);
            Nodes[i] = LogSpace.OneOver1PExp(-odds);
            Complements[i] = LogSpace.OneOver1PExp(odds);
            Weights[i] = Step * Math.PI * Math.Cosh(y) * Nodes[i] * Complements[i];
        }
    }

    /// <summary>Where to take the function, increasing, strictly between 0 and 1.</summary>
    public static double[] Nodes { get; }

    /// <summary>1 minus each node, exact where the node is nearly 1.</summary>
    public static double[] Complements { get; }

    /// <summary>The weight of each value; they sum to 1.</summary>
    public static double[] Weights { get; }
}
