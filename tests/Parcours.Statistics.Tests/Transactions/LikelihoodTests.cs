using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>The likelihoods the fits climb, against the models' own and against their differences.</summary>
public sealed class LikelihoodTests
{
    private static readonly double[][] _points =
        [[-1.4, 1.5, -0.2, 0.9], [-6.9, -4.6, -6.9, 6.9], [1.6, 6.9, 1e-7, -0.7], [-0.3, 2.2, -13.8, 5.5], [2.3, -4.8, 1.1, 1]];

    private static readonly PurchaseGroups _groups = PurchaseGroups.Of(
        [new(0, 0, 1), new(0, 0, 38.86), new(1, 38.86, 38.86), new(1, 0.142857, 38.86), new(2, 30.43, 38.86), new(7, 1, 38.86), new(26, 30.86, 31),
            new(132, 200, 200), new(133, 190, 200), new(500, 4, 37), new(500, 3, 37), new(5000, 1000, 1000), new(10, 3649, 3650), new(0, 0, 0)],
        [5, 4, 1, 2, 3, 2, 1, 1, 1, 1, 1, 1, 1, 7]);

    [Fact]
    public void Nbd() => Check(new NbdLikelihood(_groups).Evaluate, p => new Nbd(p[0], p[1]), 2);

    [Fact]
    public void Bg_nbd() => Check(new BetaGeometricLikelihood(_groups, false, 1).Evaluate, p => new BgNbd(p[0], p[1], p[2], p[3]), 4);

    [Fact]
    public void Mbg_nbd() => Check(new BetaGeometricLikelihood(_groups, true, 1).Evaluate, p => new MbgNbd(p[0], p[1], p[2], p[3]), 4);

    [Fact]
    public void Mbg_cnbd() => Check(new BetaGeometricLikelihood(_groups, true, 4).Evaluate, p => new MbgCnbd(4, p[0], p[1], p[2], p[3]), 4);

    [Fact]
    public void Pareto_nbd() => Check(new ParetoLikelihood(_groups).Evaluate, p => new ParetoNbd(p[0], p[1], p[2], p[3]), 4);

    private static void Check(Objective objective, Func<double[], ITransactionModel> model, int size)
    {
        foreach (double[] all in _points)
        {
            double[] point = all[..size];
            var gradient = new double[size];
            double value = objective(point, gradient);
            ITransactionModel at = model([.. point.Select(Math.Exp)]);
            double expected = 0;
            for (int i = 0; i < _groups.Summaries.Length; i++)
            {
                expected -= _groups.Weights[i] * at.LogLikelihood(_groups.Summaries[i]) / _groups.Customers;
            }

            Assert.Equal(expected, value, 1e-9 * Math.Max(1, Math.Abs(expected)));
            double[] slopes = Slopes.Of((p, into) => objective(p, into), point);
            for (int i = 0; i < size; i++)
            {
                Assert.Equal(slopes[i], gradient[i], 1e-5 * Math.Max(1, Math.Abs(slopes[i])));
            }
        }
    }
}
