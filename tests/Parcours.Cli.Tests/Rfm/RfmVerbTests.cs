using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Rfm;

public sealed class RfmVerbTests
{
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(BaseStore.Orders(
        ("anna", [("2024-01-01", 1050), ("2025-03-02", 1000)]),
        ("boris", [("2025-01-10", 250)])));

    [Fact]
    public void Rfm_answers_in_the_agreed_shape_beside_the_year_before()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("rfm", "--at", "2025-06-30", "--quantiles", "2", "--json"));
        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal("2025-06-30T23:59:59.999999Z", answer.GetProperty("at").GetString());
        Assert.Equal((2, 3), (answer.GetProperty("customers").GetInt32(), answer.GetProperty("orders").GetInt32()));
        Assert.Equal(("23.00", "0.00", "EUR"), (answer.GetProperty("revenue").GetString(), answer.GetProperty("refunds").GetString(), answer.GetProperty("currency").GetString()));
        Assert.Equal("""{"222":1,"111":1}""", answer.GetProperty("cells").GetRawText());
        JsonElement previous = answer.GetProperty("previous");
        Assert.Equal(("2024-06-30T23:59:59.999999Z", "10.50"), (previous.GetProperty("at").GetString(), previous.GetProperty("revenue").GetString()));
    }

    [Fact]
    public void Map_names_its_groups_and_those_without_an_order()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("rfm", "--map", "klaviyo", "--json"));
        JsonElement groups = JsonDocument.Parse(run.Out).RootElement.GetProperty("groups");
        Assert.Equal(2, groups.EnumerateArray().Sum(group => group.GetProperty("customers").GetInt32()));
        Assert.Equal("no-order", groups.EnumerateArray().Last().GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("--map", "shopfy")]
    [InlineData("--quantiles", "1")]
    [InlineData("--quantiles", "many")]
    [InlineData("--map", "klaviyo", "--quantiles", "5")]
    public void Options_that_make_no_sense_are_wrong_usage(params string[] options) =>
        Assert.Equal(ExitCode.WrongUsage, new TestRun(Shop).Run(["rfm", .. options]));

    [Fact]
    public void Verb_mistyped_names_the_nearest()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.WrongUsage, run.Run("rfn"));
        Assert.Contains("Did you mean rfm?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rfm_for_people_shows_groups_and_the_year_before()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("rfm", "--at", "2025-06-30", "--lang", "fr"));
        Assert.Contains("30/06/2024", run.Out, StringComparison.Ordinal);
        Assert.Contains("23,00", run.Out, StringComparison.Ordinal);
    }
}
