using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

public sealed class AttemptLimiterTests
{
    [Fact]
    public void Place_has_its_attempts_at_once_and_then_as_time_gives_them_back()
    {
        var limiter = new AttemptLimiter(3, TimeSpan.FromSeconds(30));
        Assert.Equal([0, 0, 0, 10, 10], Enumerable.Range(0, 5).Select(_ => limiter.Take("here", At(0))));
        Assert.Equal(0, limiter.Take("there", At(0)));
        Assert.Equal(1, limiter.Take("here", At(9)));
        Assert.Equal([0, 10], Enumerable.Range(0, 2).Select(_ => limiter.Take("here", At(10))));
        Assert.Equal([0, 0, 0, 10], Enumerable.Range(0, 4).Select(_ => limiter.Take("here", At(1000))));
    }

    [Fact]
    public void Clock_that_steps_back_gives_nothing()
    {
        var limiter = new AttemptLimiter(1, TimeSpan.FromSeconds(10));
        Assert.Equal(0, limiter.Take("here", At(100)));
        Assert.Equal(10, limiter.Take("here", At(0)));
    }

    [Fact]
    public void Storm_of_places_forgets_the_quiet_ones_first()
    {
        var limiter = new AttemptLimiter(1, TimeSpan.FromSeconds(10));
        for (int i = 0; i < 9_999; i++)
        {
            limiter.Take($"quiet {i}", At(0));
        }

        Assert.Equal(0, limiter.Take("busy", At(10)));
        Assert.Equal(0, limiter.Take("one more", At(10)));
        Assert.Equal(10, limiter.Take("busy", At(10)));
    }

    private static Instant At(long seconds) => new(seconds * Instant.MicrosPerSecond);
}
