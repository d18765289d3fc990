using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Cohorts;

public sealed class CohortsVerbTests
{
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(BaseStore.Orders(
        ("anna", [("2024-01-05", 1000), ("2024-03-02", 500)]),
        ("boris", [("2025-01-10", 200)]),
        ("chloé", [("2025-01-20", 300), ("2025-02-01", 300)])));

    [Fact]
    public void Cohorts_answer_in_the_agreed_shape_until_the_last_fact()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("cohorts", "--by", "month", "--json"));
        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal("month", answer.GetProperty("by").GetString());
        JsonElement[] cohorts = [.. answer.GetProperty("cohorts").EnumerateArray()];
        Assert.Equal(["2024-01", "2025-01"], cohorts.Select(cohort => cohort.GetProperty("start").GetString()));
        Assert.Equal("[1,0,1,0,0,0,0,0,0,0,0,0,0,0]", cohorts[0].GetProperty("active").GetRawText());
        Assert.Equal("[2,1]", cohorts[1].GetProperty("active").GetRawText());
        Assert.Equal("""["5.00","3.00"]""", cohorts[1].GetProperty("revenue").GetRawText());
        Assert.Equal("[1,0]", cohorts[1].GetProperty("previous").GetProperty("active").GetRawText());
    }

    [Theory]
    [InlineData("week", "2024-W01")]
    [InlineData("day", "2024-01-05")]
    public void Cohorts_by_other_periods_name_them(string by, string first)
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("cohorts", "--by", by, "--json"));
        Assert.Equal(first, JsonDocument.Parse(run.Out).RootElement.GetProperty("cohorts")[0].GetProperty("start").GetString());
    }

    [Fact]
    public void Cohorts_for_people_fit_the_page()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("cohorts", "--at", "2025-02-15", "--lang", "fr"));
        Assert.Contains("un an avant", run.Out, StringComparison.Ordinal);
        Assert.Contains("50,0", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 120, line));
    }
}
