using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using static Parcours.Domain.Orders.OrderBases;

namespace Parcours.Domain.Hazards;

public sealed class DepartureCountsTests
{
    private const int Silence = 60;

    [Fact]
    public void Silence_dates_the_leaving_on_the_last_order_and_only_when_it_lasted()
    {
        // At the cut on day 200, the last orders up to day 140 are known to be last.
        DepartureCounts counts = Stopped(200, Buys(0, 30), Buys(100), Buys(141), Buys(0, 30, 80, 130, 180));
        MilestoneCounts first = counts.Milestones[(int)Milestone.FirstOrder];
        Assert.Equal((140, 3, 2), (counts.HorizonDay - counts.FirstDay, counts.Spells, counts.Left)); // the one of day 141 is not yet followed
        Assert.Equal((3, 1), (first.Count, first.LeftAtOnce));
        Assert.Equal((1, 1), (first.LeftOn(30), first.LeftLater));
        long[] atRisk = first.AtRisk();
        Assert.Equal([0, 2, 2, 1, 1, 0], [atRisk[0], atRisk[1], atRisk[30], atRisk[31], atRisk[140], atRisk[141]]);
    }

    [Fact]
    public void Customer_who_comes_back_after_the_silence_had_not_left()
    {
        DepartureCounts counts = Stopped(300, Buys(0, 10, 80, 100));
        Assert.Equal((1, 1), (counts.Spells, counts.Left));
        MilestoneCounts first = counts.Milestones[(int)Milestone.FirstOrder];
        Assert.Equal((1, 1), (first.LeftLater, first.LeftOn(100)));
        Assert.Equal([0L, 1L], [counts.LeftByDay[10], counts.LeftByDay[100]]);
        Assert.Equal([1L, 1L, 0L], new[] { 5, 50, 101 }.Select(day => counts.AtRiskByDay()[day]));
        Assert.Equal(1, Stopped(75, Buys(0, 10, 80, 100)).Left); // at that date nothing told that an order would come
    }

    [Fact]
    public void Order_long_after_the_cut_changes_nothing_known_at_it()
    {
        DepartureCounts before = Stopped(200, Buys(0, 30), Buys(100));
        DepartureCounts after = Stopped(200, Buys(0, 30, 250), Buys(100, 201));
        Assert.Equal((before.Spells, before.Left), (after.Spells, after.Left));
        Assert.Equal(before.LeftByDay.ToArray(), after.LeftByDay.ToArray());
    }

    [Fact]
    public void Complaint_after_the_last_order_counts_as_left_at_once_beside_others_who_waited_as_long()
    {
        FactRow[] complains = [.. Buys(0), Row(FactKind.Complaint, Day(20))];
        // After 20 days without a second order, two of three others never ordered again.
        DepartureCounts counts = Stopped(300, complains, Buys(0), Buys(0), Buys(0, 40), Buys(0, 10));
        MilestoneCounts complaint = counts.Milestones[(int)Milestone.Complaint];
        Assert.Equal((1, 1), (complaint.Count, complaint.LeftAtOnce));
        Assert.Equal(2 / 3.0, Assert.NotNull(complaint.UsualAtOnce()), 12);
    }

    [Fact]
    public void Second_complaint_before_any_order_counts_once()
    {
        FactRow[] complains = [.. Buys(0, 90), Row(FactKind.Complaint, Day(20)), Row(FactKind.Complaint, Day(25)), Row(FactKind.Complaint, Day(30))];
        MilestoneCounts complaint = Stopped(300, complains, Buys(0)).Milestones[(int)Milestone.Complaint];
        Assert.Equal((1, 0), (complaint.Count, complaint.LeftAtOnce)); // an order came, after 90 days
    }

    [Fact]
    public void Complaint_of_a_customer_silent_for_longer_counts_for_nothing()
    {
        FactRow[] complains = [.. Buys(0, 150), Row(FactKind.Complaint, Day(70))];
        Assert.Equal((0, 0), (Stopped(300, complains).Milestones[(int)Milestone.Complaint].Count, Stopped(300, complains).Milestones[(int)Milestone.Complaint].LeftLater));
    }

    [Fact]
    public void Refund_in_full_is_no_return_and_its_order_no_order()
    {
        FactRow[] full = [Order(0, link: 1), Order(40, link: 2), Row(FactKind.Refund, Day(50), 1000, link: 2)];
        FactRow[] part = [Order(0, link: 1), Row(FactKind.Refund, Day(50), 200, link: 1)];
        MilestoneCounts counts = Stopped(300, full, part).Milestones[(int)Milestone.Return];
        Assert.Equal((1, 1), (counts.Count, counts.LeftAtOnce));
    }

    [Fact]
    public void Cancelled_contract_leaves_on_the_day_of_the_fact_unless_another_runs()
    {
        FactRow[] two =
        [
            Start(0, 1), Start(50, 2),
            Row(FactKind.SubscriptionCancelled, Day(60), link: 1),
            Row(FactKind.SubscriptionEnded, Day(90), link: 2),
        ];
        FactRow[] expired = [Start(10, 1, until: 40)];
        FactRow[] renewed = [Start(10, 1, until: 40), Row(FactKind.SubscriptionRenewed, Day(41), link: 1) with { Extra = Extra.None with { Until = Day(400) } }];
        var counts = DepartureCounts.Of(Base(two, expired, renewed), Day(200), Departure.Cancelled, 0);
        Assert.Equal((3, 2), (counts.Spells, counts.Left));
        MilestoneCounts start = counts.Milestones[(int)Milestone.SubscriptionStart];
        Assert.Equal([1L, 1L, 2L], [start.LeftOn(30), start.LeftOn(90), start.LeftLater]);
        Assert.Equal([3L, 2L, 1L, 0L], new[] { 30, 31, 91, 191 }.Select(day => start.AtRisk()[day]));
    }

    [Fact]
    public void Trial_ends_by_its_fact_or_by_the_end_it_announced()
    {
        FactRow[] told = [Trial(0, 1, 30), Row(FactKind.TrialEnded, Day(20), link: 1), Start(20, 2), Row(FactKind.SubscriptionCancelled, Day(27), link: 2)];
        FactRow[] silent = [Trial(0, 1, 30), Start(35, 2)];
        MilestoneCounts end = DepartureCounts.Of(Base(told, silent), Day(100), Departure.Cancelled, 0).Milestones[(int)Milestone.TrialEnd];
        Assert.Equal(1, end.LeftOn(7));
        // The second is at risk from the day after the subscription began, 6 days after the trial's end.
        Assert.Equal([1L, 2L, 2L, 1L], new[] { 5, 6, 7, 8 }.Select(day => end.AtRisk()[day]));
    }

    [Fact]
    public void Opted_out_customer_can_opt_in_and_out_again()
    {
        FactRow[] rows = [Row(FactKind.Visit, Day(0)), Row(FactKind.OptOut, Day(10)), Row(FactKind.OptOut, Day(12)), Row(FactKind.OptIn, Day(20)), Row(FactKind.OptOut, Day(50))];
        var counts = DepartureCounts.Of(Base(rows), Day(100), Departure.OptedOut, 0);
        Assert.Equal((2, 2), (counts.Spells, counts.Left));
        Assert.Equal([1L, 0L, 1L, 0L], new[] { 10, 15, 30, 51 }.Select(day => counts.AtRiskByDay()[day]));
    }

    [Fact]
    public void Usual_leavings_after_a_complaint_are_those_of_the_same_age()
    {
        // Two hundred contracts end on day 70; one that complained on day 42 runs on for 50 days.
        IReadOnlyList<FactRow>[] subjects =
        [
            .. Enumerable.Range(0, 200).Select(_ => new[] { Start(0, 1), Row(FactKind.SubscriptionEnded, Day(70), link: 1) }),
            [Start(0, 1), Row(FactKind.Complaint, Day(42)), Row(FactKind.SubscriptionEnded, Day(92), link: 1)],
        ];
        MilestoneCounts complaint = DepartureCounts.Of(Base(subjects), Day(300), Departure.Cancelled, 0).Milestones[(int)Milestone.Complaint];
        double[] usual = complaint.UsualByWeek();
        Assert.Equal((1, 0, 1), (complaint.Count, complaint.LeftAtOnce, complaint.LeftOn(50)));
        Assert.Equal(0, usual[0]);
        Assert.True(usual.Sum() > 0.5);
    }

    private static DepartureCounts Stopped(int cut, params IReadOnlyList<FactRow>[] subjects) =>
        DepartureCounts.Of(Base(subjects), Day(cut), Departure.StoppedBuying, Silence);

    private static FactRow Start(int day, int link, int? until = null) =>
        Row(FactKind.SubscriptionStarted, Day(day), link: link) with { Extra = until is { } end ? Extra.None with { Until = Day(end) } : Extra.None };

    private static FactRow Trial(int day, int link, int until) =>
        Row(FactKind.TrialStarted, Day(day), link: link) with { Extra = Extra.None with { Until = Day(until) } };
}
