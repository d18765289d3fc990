using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Rhythm;

public sealed class RhythmVerbTests
{
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(BaseStore.Orders(
        ("anna", [("2025-01-01", 1000), ("2025-03-02", 1000), ("2025-05-01", 1000)]),
        ("boris", [("2025-01-10", 1000), ("2025-03-11", 1000)]),
        ("chloé", [("2025-01-10", 1000)])));

    [Fact]
    public void Rhythm_of_a_base_that_buys_every_two_months_gives_six()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("rhythm", "--at", "2026-03-01", "--json"));
        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal("2026-03-01T23:59:59.999999Z", answer.GetProperty("at").GetString());
        Assert.Equal(2, answer.GetProperty("customers").GetInt64());
        Assert.Equal(60, answer.GetProperty("customer_median_days").GetDouble());
        Assert.Equal(3, answer.GetProperty("pooled_gaps").GetInt64());
        Assert.Equal(180, answer.GetProperty("inactive_after_days").GetDouble());
        Assert.Equal(0, answer.GetProperty("came_back_180d").GetDouble());
        Assert.Equal(1, answer.GetProperty("declared_inactive").GetInt64());
    }

    [Fact]
    public void Rhythm_not_known_is_null()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("rhythm", "--at", "2024-01-01", "--json"));
        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("customer_median_days").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("came_back_180d").ValueKind);
    }

    [Fact]
    public void Rhythm_for_people_speaks_french()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("rhythm", "--lang", "fr"));
        Assert.Contains("Rythme d'achat au 01/03/2026", run.Out, StringComparison.Ordinal);
        Assert.Contains("60,0 jours", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Category_unknown_is_refused()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Refused, run.Run("rhythm", "--category", "tea", "--json"));
        Assert.Equal("unknown_category", JsonDocument.Parse(run.Error).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Date_unreadable_is_wrong_usage()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.WrongUsage, run.Run("rhythm", "--at", "yesterday"));
        Assert.StartsWith("\"yesterday\" is no date for --at", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Workspace_missing_is_refused_in_the_language_asked_for()
    {
        var run = new TestRun().With("PARCOURS_WORKSPACE", "/nowhere");
        Assert.Equal(ExitCode.Refused, run.Run("rhythm", "--lang", "fr"));
        Assert.StartsWith("Aucun espace dans ", run.Error, StringComparison.Ordinal);
    }
}
