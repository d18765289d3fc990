namespace Parcours.Statistics.Numerics;

public sealed class NormalTests
{
    [Theory]
    [InlineData(0.975, 1.9599639845400542)]
    [InlineData(0.5, 0)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.0902323061678132)]
    [InlineData(1e-20, -9.2623400897985)]
    public void Quantile_agrees_with_published_values(double probability, double expected) => Assert.Equal(expected, Normal.Quantile(probability), 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Quantile_outside_zero_and_one_is_refused(double probability) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => Normal.Quantile(probability));
}
