namespace Parcours.Statistics.Numerics;

public sealed class LogSpaceTests
{
    private const double LastPlaces = 4e-16;

    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(1e-8, 9.9999999500000003333e-9)]
    [InlineData(-0.3, -0.35667494393873237891)]
    [InlineData(3, 1.3862943611198906188)]
    public void Log1P_keeps_every_digit(double x, double expected) => Assert.Equal(expected, LogSpace.Log1P(x), Math.Abs(expected) * LastPlaces);

    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(-1e-8, -9.9999999500000001667e-9)]
    [InlineData(0.5, 0.64872127070012814685)]
    [InlineData(-40, -0.99999999999999999575)]
    public void ExpM1_keeps_every_digit(double x, double expected) => Assert.Equal(expected, LogSpace.ExpM1(x), Math.Abs(expected) * LastPlaces);

    [Fact]
    public void ExpM1Over_of_zero_is_one() => Assert.Equal(1, LogSpace.ExpM1Over(0));

    [Fact]
    public void Sum_of_numbers_far_below_the_smallest_double_is_exact()
    {
        Assert.Equal(-2000 + Math.Log(3), LogSpace.Sum([-2000, -2000, -2000]), 1e-12);
        Assert.Equal(-2000 + Math.Log(2), LogSpace.Add(-2000, -2000), 1e-12);
        Assert.Equal(-2000 + Math.Log(0.5), LogSpace.Subtract(-2000, -2000 + Math.Log(0.5)), 1e-12);
    }

    [Fact]
    public void Zero_is_minus_infinity()
    {
        Assert.Equal(double.NegativeInfinity, LogSpace.Sum([]));
        Assert.Equal(double.NegativeInfinity, LogSpace.Subtract(1, 1));
        Assert.Equal(3, LogSpace.Add(double.NegativeInfinity, 3));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(800, 0)]
    [InlineData(-800, 1)]
    [InlineData(600, 2.6503965530043108e-261)]
    public void OneOver1PExp_never_overflows(double x, double expected) => Assert.Equal(expected, LogSpace.OneOver1PExp(x), expected * 1e-13);
}
