namespace Parcours.Statistics.Numerics;

public sealed class GaussLegendreTests
{
    [Fact]
    public void Short_rule_is_exact_up_to_degree_nine()
    {
        Assert.Equal(0.1, Integral(GaussLegendre.Short, x => Math.Pow(x, 9)), 1e-15);
        Assert.NotEqual(1.0 / 11, Integral(GaussLegendre.Short, x => Math.Pow(x, 10)), 1e-9);
    }

    [Fact]
    public void Long_rule_holds_twelve_digits_of_a_steep_fall() =>
        Assert.Equal(1, Integral(GaussLegendre.Long, x => Math.Exp(-40 * x)) * 40 / (1 - Math.Exp(-40)), 1e-12);

    private static double Integral(GaussLegendre rule, Func<double, double> function) => rule.Nodes.Zip(rule.Weights, (node, weight) => weight * function(node)).Sum();
}
