namespace Parcours.Statistics.Uplift;

public sealed class RateDifferenceTests
{
    /// <summary>Newcombe, Statistics in Medicine 17 (1998), Table II, method 10: four digits.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Interval_is_the_published_one(int hits, int count, int controlHits, int controlCount, double low, double high)
    {
        Effect effect = RateDifference.Newcombe(hits, count, controlHits, controlCount);

        Assert.Equal(((double)hits / count) - ((double)controlHits / controlCount), effect.Estimate, 12);
        Assert.Equal(low, effect.Interval.Low, 0.00005);
        Assert.Equal(high, effect.Interval.High, 0.00005);
    }

    [Fact]
    public void Several_trials_are_compared_within_and_not_mixed()
    {
        // Each trial has the same rates in both arms; mixed, the treated would seem to respond three times as often, for most were treated where everybody responds.
        TrialPair eager = Pair(900, 450, 100, 50);
        TrialPair idle = Pair(100, 5, 900, 45);

        Effect both = RateDifference.Over([eager, idle])!.Value;

        Assert.Equal(0, both.Estimate, 12);
        Assert.False(both.IsShown);
    }

    [Fact]
    public void One_trial_alone_has_its_own_interval_and_an_empty_arm_says_nothing()
    {
        TrialPair trial = Pair(70, 56, 80, 48);

        Assert.Equal(RateDifference.Newcombe(56, 70, 48, 80), RateDifference.Over([trial, Pair(50, 20, 0, 0)])!.Value);
        Assert.Null(RateDifference.Over([Pair(50, 20, 0, 0)]));
    }

    private static TrialPair Pair(int treated, int treatedHits, int control, int controlHits) =>
        new(new ArmOutcome(treated, treatedHits, 0, 0), new ArmOutcome(control, controlHits, 0, 0));
}
