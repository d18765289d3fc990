namespace Parcours.Statistics.Opportunities;

/// <summary>
/// Beta ratios at whole numbers, as running sums: ln B(a + x, b + y) / B(a, b) is a sum of x + y logarithms less another, so no gamma function is needed
/// and nothing is lost when the parameters are huge or tiny. Beside them the derivatives by the parameters.
/// </summary>
internal sealed class BgBbTables
{
    private readonly double[] _logAlpha;
    private readonly double[] _logBeta;
    private readonly double[] _logAlphaBeta;
    private readonly double[] _logSurvival;

    /// <summary>Tables up to <paramref name="opportunities"/> for four parameters above 0.</summary>
    public BgBbTables(double alpha, double beta, double gamma, double delta, int opportunities)
    {
        Opportunities = opportunities;
        _logAlpha = Running(opportunities, j => Math.Log(alpha + j));
        _logBeta = Running(opportunities, j => Math.Log(beta + j));
        _logAlphaBeta = Running(opportunities, j => Math.Log(alpha + beta + j));
        _logSurvival = Running(opportunities, j => -Numerics.LogSpace.Log1P(gamma / (delta + j)));
        ByAlpha = Running(opportunities, j => 1 / (alpha + j));
        ByBeta = Running(opportunities, j => 1 / (beta + j));
        ByAlphaBeta = Running(opportunities, j => 1 / (alpha + beta + j));
        ByGammaDelta = Running(opportunities, j => 1 / (gamma + delta + j));
        ByDelta = Running(opportunities, j => 1 / (delta + j));
    }

    /// <summary>The largest count the tables reach.</summary>
    public int Opportunities { get; }

    /// <summary>Derivative of ln Γ(alpha + x) / Γ(alpha) by alpha, at x.</summary>
    public double[] ByAlpha { get; }

    /// <summary>The same of beta.</summary>
    public double[] ByBeta { get; }

    /// <summary>The same of alpha + beta.</summary>
    public double[] ByAlphaBeta { get; }

    /// <summary>The same of gamma + delta.</summary>
    public double[] ByGammaDelta { get; }

    /// <summary>The same of delta.</summary>
    public double[] ByDelta { get; }

    /// <summary>ln B(alpha + x, beta + m - x) / B(alpha, beta): the chance of one given order of x purchases in m opportunities while alive.</summary>
    public double LogPurchases(int x, int m) => _logAlpha[x] + _logBeta[m - x] - _logAlphaBeta[m];

    /// <summary>ln B(gamma, delta + k) / B(gamma, delta): the chance of being alive at opportunity k.</summary>
    public double LogSurvival(int k) => _logSurvival[k];

    private static double[] Running(int count, Func<int, double> term)
    {
        var sums = new double[count + 1];
        for (int j = 0; j < count; j++)
        {
            sums[j + 1] = sums[j] + term(j);
        }

        return sums;
    }
}
