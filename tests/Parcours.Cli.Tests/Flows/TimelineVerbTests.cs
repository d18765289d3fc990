using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Flows;

public sealed class TimelineVerbTests
{
    [Fact]
    public void Flows_tells_entries_moves_series_and_what_comes()
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run("flows", "sample", "--at", "2025-08-01", "--by", "quarter", "--next", "30", "--json"));

        Assert.Equal("2025-08-01T21:59:59.999999Z", run.Json.GetProperty("at").GetString());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("from").ValueKind);
        Assert.Equal(40, run.Json.GetProperty("subjects").GetInt32());
        Assert.Equal("""{"id":"new","before":0,"entries":0,"in":20,"out":10,"after":10,"net":10}""", run.Json.GetProperty("stages")[1].GetRawText());
        Assert.Equal("""[{"from":"prospect","to":"new","count":20},{"from":"new","to":"active","count":10}]""", run.Json.GetProperty("transitions").GetRawText());
        Assert.Equal(["2025-04-01", "2025-07-01", "2025-08-01"], run.Json.GetProperty("series").EnumerateArray().Select(point => point.GetProperty("date").GetString()));
        Assert.Equal("""{"prospect":20,"new":10,"active":10,"inactive":0}""", run.Json.GetProperty("series")[0].GetProperty("subjects").GetRawText());
        Assert.Equal("""[{"from":"new","to":"inactive","count":10}]""", run.Json.GetProperty("upcoming").GetProperty("transitions").GetRawText());
    }

    [Fact]
    public void Flows_before_the_last_fact_do_not_foretell()
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run("flows", "sample", "--at", "2025-02-01", "--json"));

        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("upcoming").ValueKind);
    }

    [Fact]
    public void Matrix_has_a_row_for_those_not_there_yet()
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run("matrix", "sample", "--from", "2025-01-05", "--at", "2025-08-01", "--json"));

        Assert.Equal("""{"from":null,"subjects":20,"to":{"prospect":20,"new":0,"active":0,"inactive":0}}""", run.Json.GetProperty("rows")[0].GetRawText());
        Assert.Equal("""{"from":"prospect","subjects":20,"to":{"prospect":0,"new":10,"active":10,"inactive":0}}""", run.Json.GetProperty("rows")[1].GetRawText());
    }

    [Theory]
    [InlineData("matrix")]
    [InlineData("flows")]
    public void Window_the_wrong_way_round_is_refused(string verb)
    {
        RefusedException refused = Assert.Throws<RefusedException>(() => new TimelineRun().Run(verb, "sample", "--from", "2025-08-02", "--at", "2025-08-01"));

        Assert.Equal((ExitCode.WrongUsage, "window_backwards"), (refused.ExitCode, refused.Refusal.Code));
    }

    [Fact]
    public void Paths_come_with_their_share_and_value()
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run("paths", "sample", "--at", "2025-08-01", "--top", "2", "--json"));

        Assert.Equal(3, run.Json.GetProperty("distinct").GetInt32());
        JsonElement path = run.Json.GetProperty("paths")[0];
        Assert.Equal("""["prospect"]""", path.GetProperty("stages").GetRawText());
        Assert.Equal((20, 0.5), (path.GetProperty("subjects").GetInt32(), path.GetProperty("share").GetDouble()));
        Assert.Equal("200.00", path.GetProperty("value").GetString());
        Assert.Equal(2, run.Json.GetProperty("paths").GetArrayLength());
    }

    [Fact]
    public void Number_out_of_bounds_is_wrong_usage()
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.WrongUsage, run.Run("paths", "sample", "--top", "0"));
        Assert.Contains("from 1 to", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_counts_running_stays_apart()
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run("time", "sample", "--at", "2025-08-01", "--json"));

        Assert.Equal(
            """{"id":"new","stays":20,"completed":10,"running":10,"mean_completed_days":30,"first_quartile_days":30,"median_days":30,"third_quartile_days":null,"first_quartile_low":30,"first_quartile_high":30,"median_low":30,"median_high":null,"third_quartile_low":null,"third_quartile_high":null}""",
            run.Json.GetProperty("stages")[1].GetRawText());
    }

    [Theory]
    [InlineData("flows", "en", "New", "Moves in")]
    [InlineData("flows", "fr", "Nouveau", "Arrivées")]
    [InlineData("matrix", "fr", "Nouveau", "phases au")]
    [InlineData("paths", "fr", "Nouveau", "parcours types")]
    [InlineData("time", "en", "Prospect", "Half over by")]
    public void Tables_speak_the_language(string verb, string language, string stage, string words)
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run(verb, "sample", "--lang", language));

        Assert.Contains(stage, run.Out, StringComparison.Ordinal);
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
    }
}
