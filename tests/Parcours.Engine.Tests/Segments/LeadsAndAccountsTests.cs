using Parcours.Domain.Histories;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Samples;
using Parcours.Engine.Segments.Building;

namespace Parcours.Engine.Segments;

/// <summary>The worked examples of the guide, on a shop large enough for what they are for: leads who will buy, and accounts by size, sector and maturity.</summary>
public sealed class LeadsAndAccountsTests
{
    private const string Hot = "never(order) and age(visit) < 90 days and (ever(cart) or count(visit) >= 2)";
    private const string Warm = $"never(order) and (ever(visit within 90 days) or ever(message_clicked within 90 days)) and not ({Hot})";
    private const string Cold = $"never(order) and not ({Hot}) and not ({Warm})";
    private const string Large = "attribute(size) = '250-999' or attribute(size) = '1000+'";
    private const string New = "running(contract) and age(contract) < 1 year";
    private const string Settled = "running(contract) and age(contract) >= 1 year";

    private static readonly AnswerSource _shop = new(SampleShop.Histories(12_000, 7), LifecycleLibrary.BuiltIn(), null);
    private static readonly Instant _then = Instant.FromUtc(2026, 6, 1);
    private static readonly (Instant Then, Instant Later)[] _quarters = [(Instant.FromUtc(2026, 1, 1), Instant.FromUtc(2026, 4, 1)), (_then, Instant.FromUtc(2026, 8, 30))];

    [Fact]
    public void Leads_fall_into_three_grades_and_the_hotter_order_more()
    {
        int leads = Count("never(order)", SubjectType.Customer);

        Assert.Equal(leads, Count(Hot, SubjectType.Customer) + Count(Warm, SubjectType.Customer) + Count(Cold, SubjectType.Customer));
        double hot = OrderedWithin90Days(Hot);
        double warm = OrderedWithin90Days(Warm);
        double cold = OrderedWithin90Days(Cold);
        Assert.True(hot > warm && warm > 3 * cold, $"{hot:P1}, {warm:P1}, {cold:P1}");
    }

    [Fact]
    public void Leads_with_more_points_order_more()
    {
        const string points = "3 * count(cart within 90 days) + count(visit within 90 days) + count(message_clicked within 90 days)";

        double many = OrderedWithin90Days($"never(order) and {points} >= 3");
        double few = OrderedWithin90Days($"never(order) and {points} < 3");

        Assert.True(many > 3 * few, $"{many:P1}, {few:P1}");
    }

    [Fact]
    public void Accounts_fall_apart_by_maturity_and_by_size()
    {
        int accounts = Count("always", SubjectType.Account);
        string[] maturities = [New, Settled, "not running(contract)"];
        string[] sizes = [Large, $"not ({Large})"];

        Assert.True(accounts >= 30);
        Assert.Equal(accounts, maturities.Sum(maturity => Count(maturity, SubjectType.Account)));
        Assert.Equal(accounts, maturities.Sum(maturity => sizes.Sum(size => Count($"({maturity}) and ({size})", SubjectType.Account))));
        Assert.All(maturities, maturity => Assert.True(Count(maturity, SubjectType.Account) > 0));
        Assert.True(Count("attribute(sector) = 'distribution'", SubjectType.Account) is > 0 and var sector && sector < accounts);
        Assert.Equal(0, Count($"({New} or {Settled}) and stage(clm-b2b) = ended", SubjectType.Account));
        Assert.Equal(0, Count($"{Settled} and stage(clm-b2b) = awareness", SubjectType.Account));
    }

    [Theory]
    [InlineData(Hot, "never,age,ever,count")]
    [InlineData(Large, "attribute,attribute")]
    [InlineData(Settled + " and attribute(sector) = 'distribution' and stage(clm-b2b) != ended", "running,age,attribute,stage")]
    [InlineData("open(deal) >= 1 and attribute(employees) >= 250", "open,attribute_number")]
    public void Conditions_of_the_examples_are_made_of_blocks(string text, string blocks)
    {
        ConditionTree tree = ConditionText.Read(text);

        Assert.Equal(blocks.Split(','), Leaves(tree).Select(leaf => ConditionShapes.Of(leaf).Shape.Key));
        Assert.Equal(text, ConditionText.Write(tree));
    }

    [Fact]
    public void What_runs_and_what_is_open_reads_in_plain_words()
    {
        ConditionTree tree = ConditionText.Read("running(contract) and age(contract) >= 1 year and open(deal) >= 1 and attribute(employees) >= 250");

        Assert.Equal(
            "has a contract running and first contract at least 1 year ago and at least 1 open: deals and employees at least 250", new ConditionSentence("en", (_, _, _) => null).Of(tree));
        Assert.Contains("a en cours : contrat", new ConditionSentence("fr", (_, _, _) => null).Of(tree), StringComparison.Ordinal);
    }

    private static IEnumerable<ConditionTree> Leaves(ConditionTree tree) => ConditionGroup.Of(tree) is { } group ? group.Parts.SelectMany(Leaves) : [tree];

    private static int Count(string where, SubjectType type) => SegmentAnswers.Matching(_shop, where, type, _then).Count;

    private static double OrderedWithin90Days(string where)
    {
        int leads = 0;
        int buyers = 0;
        foreach ((Instant then, Instant later) in _quarters)
        {
            int[] among = [.. SegmentAnswers.Matching(_shop, where, SubjectType.Customer, then).Subjects()];
            Members bought = SegmentAnswers.Matching(_shop, "ever(order)", SubjectType.Customer, later);
            leads += among.Length;
            buyers += among.Count(lead => bought[lead]);
        }

        Assert.True(leads >= 100, where);
        return (double)buyers / leads;
    }
}
