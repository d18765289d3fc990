using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Indicators;

public sealed class IndicatorsVerbTests
{
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(BaseStore.Orders(
        ("anna", [("2024-01-05", 1000), ("2025-03-02", 500)]),
        ("boris", [("2025-01-10", 200)])));

    [Fact]
    public void Indicators_give_each_figure_beside_the_year_before()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("indicators", "--at", "2025-06-30", "--json"));
        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        JsonElement sales = answer.GetProperty("sales");
        Assert.Equal(("7.00", "3.50"), (sales.GetProperty("revenue").GetString(), sales.GetProperty("average_basket").GetString()));
        Assert.Equal("10.00", sales.GetProperty("previous").GetProperty("revenue").GetString());
        Assert.Equal(50, answer.GetProperty("attachment").GetProperty("score").GetDouble());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("carts").GetProperty("rate").ValueKind);
        JsonElement stages = answer.GetProperty("baskets_by_stage").GetProperty("stages");
        Assert.Equal(2, stages.EnumerateArray().Sum(stage => stage.GetProperty("subjects").GetInt32()));
    }

    [Theory]
    [InlineData("en", "Attachment to the brand", "Average basket by stage")]
    [InlineData("fr", "Attachement à la marque", "Panier moyen par phase")]
    public void Indicators_for_people_speak_their_language(string language, params string[] titles)
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("indicators", "--at", "2025-06-30", "--lang", language));
        Assert.All(titles, title => Assert.Contains(title, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void Base_without_facts_is_no_fault()
    {
        var run = new TestRun(BaseStore.Opener(BaseStore.Orders()));
        foreach (string verb in new[] { "indicators", "cohorts", "rfm", "rhythm" })
        {
            Assert.Equal(ExitCode.Done, run.Run(verb));
            Assert.Equal(ExitCode.Done, run.Run(verb, "--json"));
        }
    }
}
