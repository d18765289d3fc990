using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>Who is eligible and who has left, under each built-in definition, on histories made by hand: t0 is day 100.</summary>
public sealed class ChurnLabelTests
{
    private const int Start = 100;

    [Fact]
    public void Stopped_buying_is_no_order_within_the_horizon() => Check(
        "stopped-buying",
        (true, false, [Fact(FactKind.Order, 10), Fact(FactKind.Order, Start + 180)]),
        (true, true, [Fact(FactKind.Order, 10), Fact(FactKind.Order, Start + 181)]),
        (true, true, [Fact(FactKind.Order, Start)]),
        (false, false, [Fact(FactKind.Visit, 10), Fact(FactKind.Order, Start + 5)]));

    [Fact]
    public void Subscription_is_lost_when_it_runs_no_more() => Check(
        "cancelled-subscription",
        (true, false, [Fact(FactKind.SubscriptionStarted, 10, until: 400)]),
        (true, true, [Fact(FactKind.SubscriptionStarted, 10, until: 150)]),
        (true, false, [Fact(FactKind.SubscriptionStarted, 10, until: 150), Fact(FactKind.SubscriptionRenewed, 149, until: 500)]),
        (true, true, [Fact(FactKind.SubscriptionStarted, 10, until: 400), Fact(FactKind.SubscriptionEnded, 120)]),
        (false, false, [Fact(FactKind.SubscriptionStarted, 10, until: 90)]));

    [Fact]
    public void Trial_is_left_when_no_subscription_follows() => Check(
        "left-trial",
        (true, false, [Fact(FactKind.TrialStarted, 95, until: 125), Fact(FactKind.SubscriptionStarted, 124, until: 500)]),
        (true, true, [Fact(FactKind.TrialStarted, 95, until: 125)]),
        (false, false, [Fact(FactKind.TrialStarted, 50, until: 80)]));

    [Fact]
    public void Unsubscribed_is_a_permission_withdrawn() => Check(
        "unsubscribed",
        (true, false, [Fact(FactKind.OptIn, 10, channel: Channel.Email)]),
        (true, true, [Fact(FactKind.OptIn, 10, channel: Channel.Email), Fact(FactKind.OptOut, 120, channel: Channel.Email)]),
        (true, false, [Fact(FactKind.OptIn, 10, channel: Channel.Email), Fact(FactKind.OptOut, Start + 91, channel: Channel.Email)]),
        (false, false, [Fact(FactKind.OptIn, 10, channel: Channel.Email), Fact(FactKind.OptOut, 20, channel: Channel.Email)]));

    private static void Check(string id, params (bool Eligible, bool Left, FactRow[] Rows)[] cases)
    {
        var histories = new HistoryBase(
            [Segment.Of([.. cases.Select(one => (IEnumerable<FactRow>)one.Rows)])], Subjects.Of([.. cases.Select((_, i) => $"c{i}")]), Vocabulary.Empty, Calendar.Utc, 1);
        ChurnDefinition definition = new ChurnLibrary(null).Find(id)!;
        Instant at = Calendar.Utc.EndOfDay(Start);

        ChurnWindow window = new ChurnWindows(histories, at).Closed(definition, at);

        Assert.Equal(Enumerable.Range(0, cases.Length).Where(i => cases[i].Eligible), window.Subjects);
        Assert.Equal(cases.Where(one => one.Eligible).Select(one => one.Left), window.Left);
    }

    private static FactRow Fact(FactKind kind, int day, int? until = null, Channel channel = Channel.None) => new(
        new Fact(At(day), 1000, 0, kind, kind == FactKind.Order ? (byte)1 : (byte)0, Domain.Facts.Fact.Pack(channel, FactFlags.None)),
        1, 1, day, new Extra(until is { } end ? At(end) : Instant.Never, -1, 1000));

    private static Instant At(int day) => new((day * Instant.MicrosPerDay) + (12 * 3600 * Instant.MicrosPerSecond));
}
