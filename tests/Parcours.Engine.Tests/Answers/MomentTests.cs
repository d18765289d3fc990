using Parcours.Domain.Time;

namespace Parcours.Engine.Answers;

public sealed class MomentTests
{
    private static readonly Calendar Paris = Calendar.Find("Europe/Paris")!;

    [Theory]
    [InlineData("2026-07-01", "2026-07-01T21:59:59.999999Z")]
    [InlineData("2026-03-29", "2026-03-29T21:59:59.999999Z")]
    [InlineData("2026-01-01T12:00", "2026-01-01T11:00:00Z")]
    [InlineData("2026-01-01 12:00:00.5", "2026-01-01T11:00:00.500000Z")]
    [InlineData("2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z")]
    [InlineData("2026-07-01T12:00:00.000001Z", "2026-07-01T12:00:00.000001Z")]
    [InlineData("2026-07-01T12:00:00-05:00", "2026-07-01T17:00:00Z")]
    public void Moment_typed_means_an_instant_of_the_zone(string typed, string expected)
    {
        Assert.True(Moment.TryParse(typed, out Moment moment));
        Assert.Equal(expected, moment.On(Paris).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("01/03/2026")]
    [InlineData("2026-02-30")]
    [InlineData("1969-12-31")]
    [InlineData("2026-03-01T25:00")]
    public void Moment_unreadable_is_refused(string typed) => Assert.False(Moment.TryParse(typed, out _));
}
