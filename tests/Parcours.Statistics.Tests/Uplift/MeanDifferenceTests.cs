using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Uplift;

public sealed class MeanDifferenceTests
{
    /// <summary>Student's sleep data (Biometrika 6, 1908), Welch's interval as on R's help page of t.test: -3.3654832 to 0.2054832 on 17.776 degrees of freedom.</summary>
    [Fact]
    public void Interval_is_the_published_one()
    {
        ArmOutcome one = Arm(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        ArmOutcome two = Arm(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

        Effect effect = MeanDifference.Welch(one, two);

        Assert.Equal(-1.58, effect.Estimate, 12);
        Assert.Equal(-3.3654832, effect.Interval.Low, 5e-8);
        Assert.Equal(0.2054832, effect.Interval.High, 5e-8);
    }

    /// <summary>Quantiles as tables of the t distribution print them.</summary>
    [Theory]
    [InlineData(0.975, 1, 12.7062)]
    [InlineData(0.975, 5, 2.5706)]
    [InlineData(0.95, 10, 1.8125)]
    [InlineData(0.995, 30, 2.7500)]
    [InlineData(0.025, 120, -1.9799)]
    public void Quantile_is_the_tabled_one(double probability, double degrees, double t) => Assert.Equal(t, StudentT.Quantile(probability, degrees), 0.00005);

    [Fact]
    public void Quantile_of_many_degrees_is_the_normal_one() => Assert.Equal(Normal.Quantile(0.975), StudentT.Quantile(0.975, 1e9), 1e-7);

    [Fact]
    public void Equal_spends_leave_no_doubt_and_one_subject_says_nothing()
    {
        Assert.Equal(new Effect(5, new(5, 5)), MeanDifference.Welch(Arm(15, 15, 15), Arm(10, 10)));
        Assert.Null(MeanDifference.Over([new TrialPair(Arm(15), Arm(10, 10))]));
    }

    private static ArmOutcome Arm(params double[] spends) => ArmOutcome.Of(spends.Select(spend => new TrialSubject(0, true, 0, spend > 0, spend)));
}
