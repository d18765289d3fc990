using Parcours.Domain.Experiments;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Domain.Time;

namespace Parcours.Engine.Management;

public sealed class CampaignGainTests
{
    private const byte Euro = 1;
    private const int Spring = 1;
    private const int Winter = 2;
    private const int Control = 3;
    private const int Treated = 4;
    private static readonly Vocabulary Words = new(["", "Spring", "Winter", Arms.Control, Arms.Treated], [], []);
    private static readonly Window April = new(new Instant(Instant.FromUtc(2024, 4, 1).Micros - 1), new Instant(Instant.FromUtc(2024, 5, 1).Micros - 1));

    [Fact]
    public void Gain_is_the_difference_of_the_arms_times_those_contacted_with_welch_s_interval()
    {
        // 30.00 or 10.00 after the draw against 15.00 or 5.00; what came before the draw or after the month is left out.
        HistoryBase histories = Base([.. Enumerable.Range(0, 200).Select(i => Customer(Spring, i < 100 ? Treated : Control, Instant.FromUtc(2024, 4, 3), (i < 100 ? 2 : 1) * (i % 2 == 0 ? 1500 : 500)))]);

        CampaignGain gain = CampaignGain.Of(histories, April)!;

        Assert.Equal((1, 100, 100), (gain.Campaigns, gain.Treated, gain.Control));
        Assert.Equal(100_000, gain.Revenue, 6);
        Assert.Equal(77_791.94, gain.Low, 0.01); // t(0.975; 145.6) = 1.97639, standard error 112.37
        Assert.Equal(122_208.06, gain.High, 0.01);
    }

    [Fact]
    public void Campaign_of_long_ago_or_with_few_in_an_arm_tells_nothing()
    {
        HistoryBase few = Base([.. Enumerable.Range(0, 199).Select(i => Customer(Spring, i < 100 ? Treated : Control, Instant.FromUtc(2024, 4, 3), 1000))]);
        HistoryBase old = Base([.. Enumerable.Range(0, 200).Select(i => Customer(Winter, i < 100 ? Treated : Control, Instant.FromUtc(2024, 1, 20), 1000))]);

        Assert.Null(CampaignGain.Of(few, April));
        Assert.Null(CampaignGain.Of(old, April));
        Assert.Null(CampaignGain.Of(Base([[]]), April));
    }

    private static FactRow[] Customer(int campaign, int arm, Instant drawn, long spent) =>
    [
        Row(FactKind.Order, new Instant(drawn.Micros - Instant.MicrosPerDay), 9_999, 1),
        Row(FactKind.Assignment, drawn, arm, 0, campaign, 0),
        Row(FactKind.Order, Instant.FromUtc(2024, 4, 20), spent, 2),
        Row(FactKind.Order, Instant.FromUtc(2024, 5, 2), 7_777, 3),
    ];

    private static FactRow Row(FactKind kind, Instant at, long value, int link, int item = 0, byte currency = Euro) => new(new Fact(at, value, item, kind, currency, 0), 1, link, 0, Extra.None);

    private static HistoryBase Base(FactRow[][] subjects) =>
        new([Segment.Of(subjects)], Subjects.Of([.. subjects.Select((_, i) => "c" + i)]), Words, Calendar.Utc, Euro);
}
