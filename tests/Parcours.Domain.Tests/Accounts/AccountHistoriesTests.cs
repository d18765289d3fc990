using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Accounts;

public sealed class AccountHistoriesTests
{
    private const int Acme = 0;
    private const int Zed = 1;
    private const int Ada = 2;
    private const int Bob = 3;
    private const int AccountTerm = 1;
    private const int AcmeTerm = 2;
    private const int ZedTerm = 3;

    private static readonly Vocabulary Words = new(["", AccountTerms.Attribute, "ACME", "ZED"], [], []);
    private static readonly Subjects Names = Subjects.Of(
        ["ACME", "ZED", "ada", "bob"], [SubjectType.Account, SubjectType.Account, SubjectType.Customer, SubjectType.Customer]);

    private static long _factId;

    [Fact]
    public void Stakeholder_facts_count_while_a_member_only()
    {
        HistoryBase histories = Build(
            acme: [Fact(5, FactKind.Contract)],
            ada: [Member(2, AcmeTerm), Fact(1, FactKind.Demo), Fact(2, FactKind.Meeting), Fact(3, FactKind.Call), Member(4, 0), Fact(4, FactKind.Visit), Fact(6, FactKind.Visit)]);

        Assert.Equal(
            [(2, FactKind.Meeting, Ada), (3, FactKind.Call, Ada), (5, FactKind.Contract, -1)],
            Told(histories, Acme));
        Assert.Empty(Told(histories, Zed));
    }

    [Fact]
    public void Stakeholder_who_moves_takes_only_later_facts_along()
    {
        HistoryBase histories = Build(ada: [Member(1, AcmeTerm), Fact(2, FactKind.Call), Member(3, ZedTerm), Fact(3, FactKind.Call), Fact(9, FactKind.Demo)]);

        Assert.Equal([(2, FactKind.Call, Ada)], Told(histories, Acme));
        Assert.Equal([(3, FactKind.Call, Ada), (9, FactKind.Demo, Ada)], Told(histories, Zed));
    }

    [Fact]
    public void Facts_of_several_stakeholders_stand_in_the_order_of_facts()
    {
        HistoryBase histories = Build(
            acme: [Fact(3, FactKind.DealCreated)],
            ada: [Member(1, AcmeTerm), Fact(2, FactKind.Call), Fact(3, FactKind.Meeting), Fact(3, FactKind.Visit)],
            bob: [Member(1, AcmeTerm), Fact(1, FactKind.Demo), Fact(3, FactKind.Call)]);

        Assert.Equal(
            [(1, FactKind.Demo, Bob), (2, FactKind.Call, Ada), (3, FactKind.Meeting, Ada), (3, FactKind.Call, Bob), (3, FactKind.Visit, Ada), (3, FactKind.DealCreated, -1)],
            Told(histories, Acme));
    }

    [Fact]
    public void Undated_fact_of_an_account_holds_from_the_first_dated_one_of_anybody()
    {
        HistoryBase histories = Build(
            acme: [Undated(50, FactKind.AttributeChanged)],
            ada: [Member(1, AcmeTerm), Fact(2, FactKind.Call), Undated(50, FactKind.AttributeChanged)]);

        Assert.Equal([(2, FactKind.AttributeChanged, -1), (2, FactKind.Call, Ada)], Told(histories, Acme));
    }

    [Fact]
    public void Building_again_after_a_change_gives_what_building_once_gives()
    {
        FactRow[] acme = [Fact(5, FactKind.Contract), Undated(50, FactKind.AttributeChanged)];
        FactRow[] ada = [Member(1, AcmeTerm), Fact(2, FactKind.Call), Fact(6, FactKind.Call)];
        HistoryBase before = Build(acme, ada: ada);
        FactRow[] changed = [.. ada, Member(4, ZedTerm)];
        HistoryBase expected = Build(acme, ada: changed);

        HistoryBase after = before.With([KeyValuePair.Create(Ada, Segment.OfOne(changed))], Names, Words);
        after = after.With(AccountHistories.Build(after, [Ada], before, OriginOf), Names, Words);

        Assert.Equal(Told(expected, Acme), Told(after, Acme));
        Assert.Equal(Told(expected, Zed), Told(after, Zed));
        Assert.Equal([(6, FactKind.Call, Ada)], Told(after, Zed));
    }

    [Fact]
    public void Base_without_accounts_is_left_alone() => Assert.Empty(AccountHistories.Build(
        new HistoryBase([Segment.Of([[Fact(1, FactKind.Order)]])], Subjects.Of(["ada"]), Words, Calendar.Utc, 0), null, null, OriginOf));

    private static HistoryBase Build(FactRow[]? acme = null, FactRow[]? ada = null, FactRow[]? bob = null)
    {
        ImmutableArray<Segment> segments = [Segment.Of([acme ?? [], [], ada ?? [], bob ?? []])];
        var histories = new HistoryBase(segments, Names, Words, Calendar.Utc, 0);
        return histories.With(AccountHistories.Build(histories, null, null, OriginOf), Names, Words);
    }

    // No two facts here tie in instant and kind, so only the instant an undated one was stored with is ever asked.
    private static FactOrigin OriginOf(long factId) => new(Day(50), factId);

    private static List<(int Day, FactKind Kind, int Actor)> Told(HistoryBase histories, int subject)
    {
        var rows = new List<FactRow>();
        histories[subject].CopyRowsTo(rows);
        return rows.ConvertAll(row => ((int)(row.Fact.At.Micros / Instant.MicrosPerDay), row.Fact.Kind, row.Extra.Actor));
    }

    private static FactRow Member(int day, int term)
    {
        FactRow row = Fact(day, FactKind.AttributeChanged);
        return row with { Fact = row.Fact with { Item = AccountTerm, Value = term } };
    }

    private static FactRow Undated(int day, FactKind kind)
    {
        FactRow row = Fact(day, kind);
        return row with { Fact = row.Fact with { ChannelAndFlags = (byte)FactFlags.Undated } };
    }

    private static FactRow Fact(int day, FactKind kind)
    {
        long id = Interlocked.Increment(ref _factId);
        return new FactRow(new Fact(Day(day), 0, 0, kind, 0, 0), id, 0, id, Extra.None);
    }

    private static Instant Day(int day) => new(day * Instant.MicrosPerDay);
}
