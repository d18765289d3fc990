using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Samples;

namespace Parcours.Cli.Churn;

public sealed class ChurnVerbTests
{
    private static readonly HistoryBase Histories = SampleShop.Histories(1500, 7, ordersOnly: false);
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(Histories);
    private static readonly WorkspaceOpener Tiny = BaseStore.Opener(BaseStore.Orders(("anna", [("2023-01-01", 1050), ("2025-03-02", 1000)]), ("boris", [("2024-01-10", 250)])));

    [Fact]
    public void Backtest_answers_in_the_agreed_shape()
    {
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Done, run.Run("backtest", "stopped-buying", "--horizon", "90d", "--json"));

        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(("stopped-buying", 90), (answer.GetProperty("definition").GetString(), answer.GetProperty("horizonDays").GetInt32()));
        var learners = answer.GetProperty("learners").EnumerateArray().ToDictionary(learner => learner.GetProperty("name").GetString()!);
        Assert.Equal(["bgnbd", "boosting", "logistic", "mbgnbd", "pnbd", "recency", "rfm", "stacked"], learners.Keys.Order());
        foreach (JsonElement learner in learners.Values)
        {
            Assert.InRange(learner.GetProperty("auc").GetDouble(), 0.5, 1);
            Assert.InRange(learner.GetProperty("logLoss").GetDouble(), 0, 2);
            Assert.InRange(learner.GetProperty("calibrationError").GetDouble(), 0, 1);
            Assert.True(learner.GetProperty("liftTop10").GetDouble() > 0);
        }

        string chosen = answer.GetProperty("chosen").GetString()!;
        Assert.Contains(chosen, learners.Keys);
        Assert.Equal(chosen == "recency", answer.GetProperty("refused").ValueKind == JsonValueKind.String);
        Assert.NotEmpty(answer.GetProperty("selection").GetProperty("trials").EnumerateArray());
    }

    [Fact]
    public void Horizon_beyond_the_data_is_refused_with_the_longest_that_can_be_tested()
    {
        int lastDay = Histories.Calendar.DayOf(FactSpan.Of(Histories).Last);
        string testAt = DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + lastDay - 40).ToString("yyyy-MM-dd");
        string trainAt = DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + lastDay - 400).ToString("yyyy-MM-dd");
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Refused, run.Run("backtest", "stopped-buying", "--train-at", trainAt, "--test-at", testAt, "--json"));

        JsonElement error = JsonDocument.Parse(run.Error).RootElement.GetProperty("error");
        Assert.Equal("horizon_too_long", error.GetProperty("code").GetString());
        Assert.Contains("--horizon 40d", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Few_customers_are_refused_with_how_many_more_are_needed()
    {
        var run = new TestRun(Tiny);

        Assert.Equal(ExitCode.Refused, run.Run("churn", "stopped-buying", "--lang", "fr"));

        Assert.Contains("il en faut 28 de plus", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_definition_names_the_nearest()
    {
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Refused, run.Run("churn", "stoped-buying"));

        Assert.Contains("did you mean \"stopped-buying\"?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Churn_without_a_word_lists_the_ways_of_leaving()
    {
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Done, run.Run("churn", "--json"));

        Assert.Equal(
            ["cancelled-subscription", "left-trial", "stopped-buying", "unsubscribed"],
            JsonDocument.Parse(run.Out).RootElement.GetProperty("definitions").EnumerateArray().Select(definition => definition.GetProperty("id").GetString()));
    }

    [Fact]
    public void Scores_carry_their_reasons_and_what_happened_to_such_scores()
    {
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Done, run.Run("churn", "stopped-buying", "--horizon", "90d", "--top", "5", "--json", "--lang", "fr"));

        JsonElement[] scores = [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("scores").EnumerateArray()];
        Assert.Equal(5, scores.Length);
        Assert.All(scores, score =>
        {
            Assert.InRange(score.GetProperty("churn").GetDouble(), 0.5, 1);
            Assert.True(score.GetProperty("pastLow").GetDouble() <= score.GetProperty("pastHigh").GetDouble());
            Assert.NotEmpty(score.GetProperty("reasons").EnumerateArray());
        });
    }
}
