namespace Parcours.Statistics.Numerics;

public sealed class QuasiNewtonTests
{
    private const double Far = 100;

    [Fact]
    public void Rosenbrock_valley_is_followed_to_its_end()
    {
        Minimum found = QuasiNewton.Minimise(Rosenbrock, [-1.2, 1], [-Far, -Far], [Far, Far]);

        Assert.True(found.Converged);
        Assert.Equal(1, found.Point[0], 1e-7);
        Assert.Equal(1, found.Point[1], 1e-7);
        Assert.DoesNotContain(true, found.AtBound);
    }

    [Fact]
    public void Minimum_outside_the_box_ends_on_its_bound()
    {
        Minimum found = QuasiNewton.Minimise(Rosenbrock, [-1.2, 1], [-Far, -Far], [0.5, Far]);

        Assert.True(found.Converged);
        Assert.Equal([true, false], found.AtBound);
        Assert.Equal(0.25, found.Point[1], 1e-7);
    }

    [Fact]
    public void Best_of_several_starts_is_the_lowest()
    {
        Objective wave = (point, gradient) =>
        {
            gradient[0] = Math.Cos(point[0]) + (0.2 * point[0]);
            return Math.Sin(point[0]) + (0.1 * point[0] * point[0]);
        };

        Minimum found = QuasiNewton.BestOf([[4.0], [-1.0]], wave, [-Far], [Far]);

        Assert.Equal(-1.3064400, found.Point[0], 1e-6);
    }

    [Fact]
    public void Function_without_a_finite_value_does_not_converge()
    {
        Minimum found = QuasiNewton.Minimise((_, _) => double.NaN, [1], [-Far], [Far]);

        Assert.False(found.Converged);
    }

    private static double Rosenbrock(ReadOnlySpan<double> point, Span<double> gradient)
    {
        double across = point[1] - (point[0] * point[0]);
        gradient[0] = (-400 * point[0] * across) - (2 * (1 - point[0]));
        gradient[1] = 200 * across;
        return (100 * across * across) + ((1 - point[0]) * (1 - point[0]));
    }
}
