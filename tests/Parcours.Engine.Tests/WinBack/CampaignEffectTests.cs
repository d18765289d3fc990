using Parcours.Domain.Experiments;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Samples;
using Parcours.Statistics;
using Parcours.Statistics.Uplift;

namespace Parcours.Engine.WinBack;

public sealed class CampaignEffectTests
{
    private const int Customers = 20_000;
    private static readonly Shop Sample = new(new SampleOptions(Customers, 7));
    private static readonly ChurnDefinition Lapsed = new ChurnLibrary(null, "winback").Find("lapsed")!;
    private static readonly Lazy<HistoryBase> Base = new(() => SampleShop.Histories(Customers, 7, ordersOnly: false));
    private static readonly Lazy<OpportunityList> Now = new(() => OpportunityList.Compute(Lapsed, Base.Value, Sample.Clock.End).List!);

    [Fact]
    public void Effect_found_in_the_shop_is_the_one_it_was_drawn_with()
    {
        CampaignEffect effect = Now.Value.Effect!;

        Assert.Equal(Sample.Terms.WinBacks.Select(campaign => campaign.Name), effect.Campaigns.Select(campaign => campaign.Campaign));
        Assert.True(Now.Value.IsIncremental);
        double[] uplifts = [.. Drawn(Base.Value).Select(draw => Truth(Base.Value, draw))];
        Assert.Equal(uplifts.Length, effect.Estimate.Treated + effect.Estimate.Control);
        AssertHolds(effect.Estimate.Rate.Interval, uplifts.Average());
        Assert.True(effect.Estimate.Spend!.Value.IsShown);
    }

    [Fact]
    public void Effect_by_bands_rises_with_the_chance_foretold_as_the_true_one_does()
    {
        UpliftEstimate estimate = Now.Value.Effect!.Estimate;
        var reading = new TrialReading(Lapsed, Base.Value);
        var truths = new List<(double Score, double Uplift)>();
        foreach (IGrouping<int, Assignment> campaign in Drawn(Base.Value).GroupBy(draw => draw.Campaign))
        {
            Assignment[] draws = [.. campaign.OrderBy(draw => draw.At).ThenBy(draw => draw.Subject)];
            truths.AddRange(reading.Read(draws, 0).Zip(draws, (subject, draw) => (subject.Score, Truth(Base.Value, draw))));
        }

        Assert.Equal(5, estimate.Bands.Length);
        foreach (UpliftBand band in estimate.Bands)
        {
            AssertHolds(band.Uplift.Interval, truths.Where(truth => truth.Score >= band.From && (truth.Score < band.To || band.To == 1)).Average(truth => truth.Uplift));
        }

        Assert.True(estimate.Bands[^1].Uplift.Estimate > 3 * estimate.Bands[0].Uplift.Estimate);
    }

    [Fact]
    public void Rank_is_by_incremental_value_each_with_its_interval()
    {
        OpportunityList list = Now.Value;

        double[] values = [.. list.Ranked.Select(row => row.IncrementalValue!.Value.Estimate)];
        Assert.Equal(values.OrderDescending(), values);
        Assert.All(list.Ranked, row =>
        {
            Effect added = list.Effect!.Estimate.At(row.Probability);
            Assert.Equal(added, row.IncrementalProbability);
            Assert.Equal(added.Estimate * row.ExpectedBasket * list.OrdersEach, row.IncrementalValue!.Value.Estimate, 9);
            Assert.True(row.IncrementalValue.Value.Interval.Low < row.IncrementalValue.Value.Estimate && row.IncrementalValue.Value.Estimate < row.IncrementalValue.Value.Interval.High);
        });
    }

    [Fact]
    public void Scores_of_a_campaign_know_nothing_of_what_came_after_its_draw()
    {
        Assignment[] draws = [.. Drawn(Base.Value).Where(draw => Base.Value.Vocabulary.TextOf(draw.Campaign) == Sample.Terms.WinBacks[0].Name).OrderBy(draw => draw.Subject)];
        Instant cut = Base.Value.Calendar.EndOfDay(Base.Value.Calendar.DayOf(draws[0].At) - 1);
        HistoryBase past = Base.Value.With(
            [.. Enumerable.Range(0, Base.Value.SubjectCount).Select(subject => KeyValuePair.Create(subject, OfOne(Base.Value[subject].Until(cut))))], Base.Value.Subjects, Base.Value.Vocabulary).Compact();

        List<TrialSubject> seen = new TrialReading(Lapsed, Base.Value).Read(draws, 0);
        ChurnScores alone = ChurnScores.Compute(Lapsed, past, cut).Scores!;

        Assert.True(seen.Count > 500, $"{seen.Count}");
        Assert.Equal(draws.Select(draw => alone.Of(draw.Subject)), seen.Select(subject => (double?)subject.Score));
    }

    [Fact]
    public void Arms_dealt_again_by_chance_show_no_effect_and_the_list_says_so()
    {
        HistoryBase placebo = WithArms(Base.Value, subject => subject % 2 == 0);

        OpportunityList list = OpportunityList.Compute(Lapsed, placebo, Sample.Clock.End).List!;

        Assert.IsType<WhyPotential.NoEffectShown>(list.Why);
        Assert.False(list.IsIncremental);
        AssertHolds(list.Effect!.Estimate.Rate.Interval, 0);
        Assert.All(list.Ranked, row => Assert.Null(row.IncrementalValue));
        Assert.Equal(list.Ranked.Select(row => row.ExpectedValue).OrderDescending(), list.Ranked.Select(row => row.ExpectedValue));
    }

    [Fact]
    public void List_before_a_campaign_is_over_says_when_it_will_be()
    {
        int day = Sample.Clock.FirstDay + Sample.Terms.WinBacks[0].Day;

        Assert.IsType<WhyPotential.NoControlGroup>(WhyAt(day - 1));
        var running = Assert.IsType<WhyPotential.NotClosed>(WhyAt(day + 30));
        Assert.Equal(day + 90, Sample.Clock.Calendar.DayOf(running.At));
    }

    [Fact]
    public void Control_group_too_small_says_how_many_more_are_needed()
    {
        (CampaignEffect? effect, WhyPotential? why) = CampaignEffect.Compute(Lapsed, SampleShop.Histories(900, 7, ordersOnly: false), Sample.Clock.End);

        Assert.Null(effect);
        var few = Assert.IsType<WhyPotential.TooFew>(why);
        Assert.InRange(few.Control, 20, 99);
        Assert.Equal(100, few.Control + few.ControlNeeded);
    }

    private static WhyPotential? WhyAt(int day) => CampaignEffect.Compute(Lapsed, Base.Value, Sample.Clock.Calendar.EndOfDay(day)).Why;

    private static void AssertHolds(ConfidenceInterval interval, double truth) =>
        Assert.True(interval.Low <= truth && truth <= interval.High, $"{truth} is not within {interval.Low} and {interval.High}");

    private static IEnumerable<Assignment> Drawn(HistoryBase histories)
    {
        var reading = new TrialReading(Lapsed, histories);
        return Assignments.Of(histories, SubjectType.Customer, Sample.Clock.End).Where(reading.IsEligible);
    }

    private static double Truth(HistoryBase histories, Assignment draw)
    {
        int customer = int.Parse(histories.Subjects.KeyOf(draw.Subject).AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1;
        var mailings = new WinBackMailings(Sample, new FactBuffer(Sample));
        return Sample.Truth.WinBackUplift(mailings.Probability(Person.Of(Sample, customer), histories.Calendar.DayOf(draw.At) - Sample.Clock.FirstDay));
    }

    private static Segment OfOne(History history)
    {
        var rows = new List<FactRow>();
        history.CopyRowsTo(rows);
        return Segment.OfOne(rows);
    }

    private static HistoryBase WithArms(HistoryBase histories, Func<int, bool> treated)
    {
        histories.Vocabulary.TryFind(Arms.Control, out int control);
        histories.Vocabulary.TryFind(Arms.Treated, out int contacted);
        var drawn = Enumerable.Range(0, histories.SubjectCount).Where(subject => histories[subject].Facts.ToArray().Any(fact => fact.Kind == FactKind.Assignment));
        return histories.With(
            [.. drawn.Select(subject =>
            {
                var rows = new List<FactRow>();
                histories[subject].CopyRowsTo(rows);
                return KeyValuePair.Create(subject, Segment.OfOne(
                    [.. rows.Select(row => row.Fact.Kind == FactKind.Assignment ? row with { Fact = row.Fact with { Value = treated(subject) ? contacted : control } } : row)]));
            })],
            histories.Subjects, histories.Vocabulary).Compact();
    }
}
