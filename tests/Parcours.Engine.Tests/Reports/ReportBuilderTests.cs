using Parcours.Domain.Facts;
using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.NextNeed;
using Parcours.Engine.Predictions;
using Parcours.Engine.Products;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;
using Parcours.Engine.Timing;
using Parcours.Engine.Value;

namespace Parcours.Engine.Reports;

public sealed class ReportBuilderTests
{
    private static readonly Lazy<ReportModel> Shop = new(() => ShopReport.Build("crm-segments", ShopReport.End));

    [Fact]
    public void Map_sums_to_the_stage_counts()
    {
        StageMap map = Shop.Value.Map!;
        LifecycleAnalysis analysis = ShopReport.Analyse("crm-segments");
        var counts = StageCounts.Of(analysis.Timelines, ShopReport.End);

        Assert.Equal(counts.Subjects, map.Flows.Sum(flow => flow.Subjects));
        Assert.Equal(counts.Subjects, Shop.Value.Scope.Subjects);
        for (int place = 0; place < Shop.Value.Stages.Count; place++)
        {
            Stage stage = analysis.Timelines.Stages.Single(stage => stage.Id == Shop.Value.Stages[place].Id);
            Assert.Equal(counts.PerStage[stage.Index], map.Counts[place].Now);
            Assert.Equal(counts.PerStage[stage.Index], map.Flows.Where(flow => flow.To == place).Sum(flow => flow.Subjects));
            Assert.Equal(counts.PerStage[stage.Index], Shop.Value.Series!.Counts[place][^1]);
        }
    }

    [Fact]
    public void Stages_run_along_the_path_then_out_of_it()
    {
        Assert.Equal(["suspect", "prospect", "new", "active", "off-target", "inactive", "lost"], Shop.Value.Stages.Select(stage => stage.Id));
        Assert.Equal(StageTone.Neutral, Shop.Value.Stages[4].Tone);
        Assert.All(Shop.Value.Stages.Skip(5), stage => Assert.Equal(StageTone.Warm, stage.Tone));
    }

    [Fact]
    public void Every_analysis_of_the_shop_has_its_figure()
    {
        Assert.NotNull(Shop.Value.Conversion);
        Assert.NotNull(Shop.Value.Rfm);
        Assert.NotNull(Shop.Value.Upcoming);
        Assert.NotEmpty(Shop.Value.Paths);
        Assert.Equal(Shop.Value.Rhythm!.Customers, Shop.Value.Rhythm.Bins.Sum(bin => bin.Customers) + Shop.Value.Rhythm.Beyond);
        Assert.Equal(Shop.Value.Rfm.Cells.Sum(cell => cell.Customers), Shop.Value.Rfm.Groups.Sum(group => group.Customers.Now));
    }

    [Fact]
    public void Leaving_counts_all_who_ordered_and_its_past_is_that_of_the_scores()
    {
        ChurnPicture churn = Shop.Value.Churn!;
        (ChurnScores? scores, _) = ChurnScores.Compute(ShopReport.Leaving, ShopReport.Base, ShopReport.End);

        Assert.Null(Shop.Value.NoChurn);
        Assert.Equal(scores!.Subjects.Length, churn.Customers);
        Assert.Equal(scores.Probabilities.Sum(), churn.Expected, 1e-6);
        Assert.Equal(scores.Probabilities.Count(probability => probability >= 0.9), churn.Bands[^1].Customers);
        Assert.Equal(scores.Selection.ChosenTrials.Select(trial => trial.Happened), churn.Past.Select(past => (double?)past.Happened));
        Assert.Equal(scores.Past!.Bins, churn.Calibration!.Bins);
        Assert.All(churn.Past, past => Assert.True(past.At < Shop.Value.Scope.At));
    }

    [Fact]
    public void Leaving_does_not_know_what_comes_after_the_date()
    {
        Instant at = ShopReport.Base.Calendar.EndOfDay(ShopReport.Base.Calendar.DayOf(ShopReport.End) - 200);
        HistoryBase cut = new([Segment.Of([.. Enumerable.Range(0, ShopReport.Base.SubjectCount).Select(subject => Rows(ShopReport.Base[subject].Until(at)))])],
            ShopReport.Base.Subjects, ShopReport.Base.Vocabulary, ShopReport.Base.Calendar, ShopReport.Base.Currency);
        LifecycleAnalysis known = LifecycleLibrary.BuiltIn().Analyse(BuiltInLifecycles.Find("crm-segments")!, cut);

        ChurnPicture churn = ShopReport.Build("crm-segments", at).Churn!;
        ChurnPicture blind = ReportBuilder.Build(known, at, ShopReport.Leaving).Churn!;

        Assert.Equal(blind.Bands, churn.Bands);
        Assert.Equal(blind.Past, churn.Past);
    }

    [Fact]
    public void Orders_foretold_follow_the_customers_known_at_the_boundary()
    {
        TrackingPicture tracking = Shop.Value.Purchases!.Tracking!;
        DateOnly boundary = tracking.Dates[tracking.Boundary];
        int day = Calendar.DayOf(boundary);
        var table = PurchaseTable.Compute(ShopReport.Base.Of(SubjectType.Customer), ShopReport.Base.Calendar.EndOfDay(day), ShopReport.End);

        Assert.Equal(Shop.Value.Scope.At, tracking.Dates[^1]);
        Assert.InRange((tracking.Boundary + 1) / (double)tracking.Dates.Count, 0.62, 0.67);
        Assert.Equal(table.Customers.Length, tracking.Customers);
        Assert.Equal(table.Customers.Sum(customer => customer.LaterDays), tracking.MadeAfter);
        Assert.InRange(tracking.ExpectedAfter / tracking.MadeAfter, 0.7, 1.3); // the shop's own truth is Pareto/NBD
        Assert.Equal(tracking.Actual.Order(), tracking.Actual);
    }

    [Fact]
    public void Customer_gone_quiet_is_the_busiest_of_whom_it_is_open_whether_they_still_buy()
    {
        AlivePicture alive = Shop.Value.Purchases!.Alive!;
        HistoryBase customers = ShopReport.Base.Of(SubjectType.Customer);
        var history = PurchaseHistory.Of(customers, ShopReport.End);
        var model = ModelFits.Of(new ModelRequest("pnbd"), history).Transactions!;
        var open = history.Table.Customers.Zip(history.Summaries()).Where(each => model.ProbabilityAlive(each.Second) is >= 0.2 and <= 0.8).ToList();
        var busiest = open.MaxBy(each => each.First.Days).First;

        Assert.Equal(PurchaseDates.Of(customers, busiest.Subject, ShopReport.End).Select(day => day - busiest.FirstDay), alive.OrderDays);
        Assert.InRange(alive.Now, 0.2, 0.8);
        Assert.All(alive.OrderDays, day => Assert.Equal(1, alive.Points.Single(point => point.Day == day).Probability, 1e-9));
        Assert.Equal(Shop.Value.Scope.At, alive.FirstDay.AddDays(alive.Points[^1].Day));
    }

    [Fact]
    public void Tenths_of_value_are_those_of_the_value_analysis()
    {
        var history = PurchaseHistory.Of(ShopReport.Base.Of(SubjectType.Customer), ShopReport.End);
        var value = ValueAnalysis.Compute(new ValueRequest(), ModelFits.Of(new ModelRequest("pnbd"), history), ModelFits.Of(new ModelRequest(PredictionModels.Spend), history), history);

        Assert.Equal(10, Shop.Value.Purchases!.Deciles.Count);
        Assert.All(value.Deciles.Zip(Shop.Value.Purchases.Deciles), pair => Assert.Equal(pair.First.Expected, pair.Second.Expected, 1e-6 * value.Total));
        Assert.Equal(1, Shop.Value.Purchases.Deciles.Sum(decile => decile.Share), 1e-9);
    }

    [Fact]
    public void Next_need_is_measured_on_last_baskets_held_out()
    {
        NeedPicture needs = Shop.Value.Needs!;
        var bought = PurchasedBaskets.Read(ShopReport.Base.Of(SubjectType.Customer), Catalogue.Empty, ShopReport.End)!;

        Assert.Equal(NextNeedModel.Learn(bought).ProductBacktest.Scores, needs.Scores);
        Assert.Null(needs.Sampled);
    }

    [Fact]
    public void Second_order_and_critical_weeks_are_those_of_timing()
    {
        HistoryBase customers = ShopReport.Base.Of(SubjectType.Customer);
        ThresholdRule silence = BuiltInLifecycles.Find("crm-segments")!.Thresholds.First(rule => rule.Name == "inactive_after");

        Assert.Equal(OrderMoment.Compute(customers, ShopReport.End, 2).Moment!.Weeks, Shop.Value.SecondOrder!.Weeks);
        Assert.Equal(CriticalPeriods.Compute(customers, ShopReport.End, silence, []).Periods!.Findings(), Shop.Value.Critical!.Findings());
        Assert.Null(Shop.Value.NoSecondOrder);
        Assert.Null(Shop.Value.NoCritical);
    }

    [Fact]
    public void Too_few_customers_are_told_how_many_more_are_needed()
    {
        HistoryBase histories = AccountWithOneOrderOfItsOwnAndOneOfItsStakeholder();
        LifecycleAnalysis analysis = LifecycleLibrary.BuiltIn().Analyse(BuiltInLifecycles.Find("crm-segments")!, histories);

        string page = Report.Html(analysis, Instant.FromUtc(2026, 1, 1), "en", ShopReport.Leaving);

        Assert.Contains("Who is leaving needs 28 more customers: 2 had ordered", page);
        Assert.Contains("Foretelling orders needs 28 more customers: 2 have ordered.", page);
        Assert.DoesNotContain("id=\"churn-past\"", page);
    }

    [Fact]
    public void First_days_of_a_base_have_no_year_to_compare_with()
    {
        Instant early = ShopReport.Base.Calendar.EndOfDay(ShopReport.Base.Calendar.DayOf(FactSpan.Of(ShopReport.Base).First) + 20);
        ReportModel model = ShopReport.Build("crm-segments", early);

        Assert.All(model.KeyFigures, figure => Assert.Null(figure.Figure.YearEarlier));
        Assert.All(model.Map!.Counts, count => Assert.Null(count.YearEarlier));
        Assert.Null(model.Upcoming);
        Assert.Equal(CalendarUnit.Day, model.Series!.Unit);
        Assert.Contains("</html>", ReportPage.Write(model, ReportLanguage.French));
    }

    [Fact]
    public void Base_without_facts_gives_an_empty_report()
    {
        var histories = new HistoryBase([], Subjects.Of([]), Vocabulary.Empty, Calendar.Utc, 0);
        LifecycleAnalysis analysis = LifecycleLibrary.BuiltIn().Analyse(BuiltInLifecycles.Find("crm-segments")!, histories);

        ReportModel model = ReportBuilder.Build(analysis, Instant.FromUtc(2026, 1, 1), ShopReport.Leaving);

        Assert.Null(model.Map);
        Assert.Contains("parcours import", Report.Html(analysis, Instant.FromUtc(2026, 1, 1), "fr", ShopReport.Leaving));
    }

    [Fact]
    public void Every_built_in_lifecycle_has_a_report() => Assert.All(BuiltInLifecycles.Ids, id =>
    {
        ReportModel model = ShopReport.Build(id, ShopReport.End);
        Assert.Equal(model.Stages.Count, model.Stages.Select(stage => stage.Id).Distinct().Count());
        Assert.Contains("</html>", ReportPage.Write(model, ReportLanguage.French));
    });

    [Fact]
    public void Lifecycle_of_accounts_speaks_of_accounts()
    {
        ReportModel model = ShopReport.Build("clm-b2b", ShopReport.End);
        string page = ReportPage.Write(model, ReportLanguage.English);

        Assert.Contains(" accounts are in stage ", page);
        Assert.DoesNotContain(" customers are in stage ", page);
        Assert.Equal("Accounts", model.KeyFigures[0].Label.En);
        Assert.Contains(" comptes sur ", ReportPage.Write(model, ReportLanguage.French));
    }

    [Fact]
    public void Account_lifecycle_counts_the_orders_of_accounts_and_customers_those_of_customers()
    {
        HistoryBase histories = AccountWithOneOrderOfItsOwnAndOneOfItsStakeholder();
        Instant at = Instant.FromUtc(2025, 6, 1);

        ReportModel accounts = Build(SubjectType.Account);
        ReportModel customers = Build(SubjectType.Customer);

        Assert.Equal([1, 5_000], Told(accounts));
        Assert.Equal([2, 3_700], Told(customers));

        ReportModel Build(SubjectType subject)
        {
            LifecycleDefinition definition = BuiltInLifecycles.Find("crm-segments")! with { Subject = subject };
            return ReportBuilder.Build(LifecycleLibrary.BuiltIn().Analyse(definition, histories), at, ShopReport.Leaving);
        }

        static IEnumerable<double> Told(ReportModel model) => model.KeyFigures.Skip(1).Take(2).Select(figure => figure.Figure.Now ?? -1);
    }

    /// <summary>Customer 0 belongs to account 1 and ordered for 30; the account ordered for 20 and holds a copy of that; customer 2 ordered for 7.</summary>
    private static HistoryBase AccountWithOneOrderOfItsOwnAndOneOfItsStakeholder()
    {
        FactRow Order(int day, long cents, long id, int actor = -1) => new(
            new Fact(Instant.FromUtc(2025, 3, day), cents, 0, FactKind.Order, 1, 0), id, 0, id, Extra.None with { Actor = actor });
        return new HistoryBase(
            [Segment.Of([[Order(1, 3000, 1)], [Order(1, 3000, 1, 0), Order(2, 2000, 2)], [Order(3, 700, 3)]])],
            Subjects.Of(["ann", "ACME", "bob"], [SubjectType.Customer, SubjectType.Account, SubjectType.Customer]), Vocabulary.Empty, Calendar.Utc, 1);
    }

    private static IEnumerable<FactRow> Rows(History history)
    {
        var rows = new List<FactRow>(history.Count);
        history.CopyRowsTo(rows);
        return rows;
    }
}
