namespace Parcours.Statistics.Numerics;

/// <summary>Against values computed at 30 digits with mpmath.</summary>
public sealed class GammaFunctionsTests
{
    private const double Relative = 2e-14;

    [Theory]
    [InlineData(1e-300, 690.77552789821371, -9.9999999999999997e+299, double.PositiveInfinity)]
    [InlineData(1e-6, 13.815509980749432, -1000000.57721402, 1000000000001.645)]
    [InlineData(0.01, 4.5994798780420217, -100.56088545786867, 10001.621213528313)]
    [InlineData(0.5, 0.57236494292470009, -1.9635100260214235, 4.9348022005446793)]
    [InlineData(1.5, -0.12078223763524522, 0.036489973978576521, 0.93480220054467931)]
    [InlineData(7.25, 7.0521854507385394, 1.910453526883736, 0.14787923315893217)]
    [InlineData(10, 12.80182748008147, 2.2517525890667211, 0.10516633568168575)]
    [InlineData(1234.5, 7550.5509010778949, 7.1180162318279978, 0.00081037272712696665)]
    [InlineData(20000, 178065.71824964616, 9.9034625523277947, 5.0001250020833333e-5)]
    public void Gamma_family_agrees_with_reference(double x, double logGamma, double digamma, double trigamma)
    {
        Assert.Equal(logGamma, GammaFunctions.LogGamma(x), Math.Abs(logGamma) * Relative + 1e-14);
        Assert.Equal(digamma, GammaFunctions.Digamma(x), Math.Abs(digamma) * Relative + 1e-14);
        if (double.IsFinite(trigamma))
        {
            Assert.Equal(trigamma, GammaFunctions.Trigamma(x), Math.Abs(trigamma) * Relative);
        }
    }

    [Theory]
    [InlineData(1e-6, 20000, 13.815500077286879, -3.4994751136349706e-10, -2.2314855138420952e-7)]
    [InlineData(0.001, 1000, 6.9002716296879549, -6.9790870821295548e-6, -0.0017921758000035889)]
    [InlineData(3, 1, -1.0986122886681097, -4.787491742782046, -23.761019825116618)]
    [InlineData(5000, 0.5, -3.6862066527834603, -52.663250772662642, -6931.1252445091731)]
    [InlineData(0.793, 2.426, -0.51156928859370334, -1.100017932086981, -6.0840618453806339)]
    [InlineData(12345, 54321, -31946.921521367891, -1.4334177147735551, -983.55002000149326)]
    public void Log_beta_and_its_ratios_keep_their_digits(double a, double b, double logBeta, double ratioOfSeven, double ratioOf5000)
    {
        Assert.Equal(logBeta, GammaFunctions.LogBeta(a, b), Math.Abs(logBeta) * 1e-13);
        Assert.Equal(ratioOfSeven, GammaFunctions.LogBetaRatio(a, b, 7), Math.Abs(ratioOfSeven) * 1e-11);
        Assert.Equal(ratioOf5000, GammaFunctions.LogBetaRatio(a, b, 5000), Math.Abs(ratioOf5000) * 1e-11);
    }

    [Fact]
    public void Log_gamma_of_zero_is_infinite() => Assert.Equal(double.PositiveInfinity, GammaFunctions.LogGamma(0));
}
