using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

public sealed class OperatorRulesTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(3, null)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(6, 4)]
    [InlineData(10, 60)]
    [InlineData(1000, 60)]
    public void Lock_grows_with_each_failure_up_to_an_hour(int before, int? minutes)
    {
        var now = Instant.FromUtc(2026, 3, 1);
        var person = new Operator(1, "", "", Role.Viewer, "", null, 0, before, Instant.Beginning, now, Instant.Never);

        Operator failed = OperatorRules.Failed(person, now);

        Assert.Equal(before + 1, failed.Failures);
        Assert.Equal(minutes is null ? Instant.Beginning : new Instant(now.Micros + (minutes.Value * 60 * Instant.MicrosPerSecond)), failed.LockedUntil);
    }
}
