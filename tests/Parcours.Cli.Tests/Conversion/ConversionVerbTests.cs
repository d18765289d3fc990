using System.Text.Json;
using Parcours.Cli.Flows;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Conversion;

public sealed class ConversionVerbTests
{
    [Fact]
    public void Steps_tell_each_horizon_and_null_where_nobody_was_watched_that_long()
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run("conversion", "sample", "--at", "2025-08-01", "--json"));

        Assert.Equal("""["prospect","new","active"]""", run.Json.GetProperty("path").GetRawText());
        JsonElement step = run.Json.GetProperty("steps")[0];
        Assert.Equal(("prospect", 40, 20, 20), (step.GetProperty("from").GetString(), step.GetProperty("stays").GetInt32(), step.GetProperty("succeeded").GetInt32(), step.GetProperty("running").GetInt32()));
        Assert.Equal([30, 90, 180, 365], step.GetProperty("horizons").EnumerateArray().Select(rate => rate.GetProperty("days").GetInt32()));
        Assert.Equal([0.25, 0.5, 0.5], step.GetProperty("horizons").EnumerateArray().Take(3).Select(rate => rate.GetProperty("converted").GetDouble()));
        JsonElement year = step.GetProperty("horizons")[3];
        Assert.Equal("""{"days":365,"followed":0,"converted":null,"low":null,"high":null,"exited":null,"year_earlier":null}""", year.GetRawText());
        Assert.Equal("prospect", run.Json.GetProperty("weakest").GetProperty("from").GetString());
        Assert.False(run.Json.TryGetProperty("months", out _));
    }

    [Fact]
    public void Each_horizon_stands_beside_what_was_known_a_year_earlier()
    {
        var then = new TimelineRun();
        then.Run("conversion", "sample", "--at", "2025-08-01", "--json");
        var now = new TimelineRun();
        Assert.Equal(ExitCode.Done, now.Run("conversion", "sample", "--at", "2026-08-01", "--json"));

        Assert.Equal(Shares(then, "converted"), Shares(now, "year_earlier"));
        Assert.NotEqual(Shares(now, "converted"), Shares(now, "year_earlier"));

        static IEnumerable<string> Shares(TimelineRun run, string name) => run.Json.GetProperty("steps").EnumerateArray()
            .SelectMany(step => step.GetProperty("horizons").EnumerateArray()).Select(rate => rate.GetProperty(name).GetRawText());
    }

    [Fact]
    public void Months_of_entry_come_when_asked()
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run("conversion", "sample", "--by", "month", "--json"));

        Assert.Equal(["2025-01", "2025-02"], run.Json.GetProperty("months").EnumerateArray().Select(month => month.GetProperty("start").GetString()));
    }

    [Fact]
    public void Same_seed_gives_the_same_bytes_and_another_seed_other_intervals()
    {
        var first = new TimelineRun();
        var again = new TimelineRun();
        var other = new TimelineRun();
        first.Run("conversion", "sample", "--at", "2025-08-01", "--json");
        again.Run("conversion", "sample", "--at", "2025-08-01", "--json");
        other.Run("conversion", "sample", "--at", "2025-08-01", "--json", "--seed", "9");

        Assert.Equal(first.Out, again.Out);
        Assert.NotEqual(
            first.Json.GetProperty("steps")[0].GetProperty("horizons")[0].GetProperty("low").GetDouble(),
            other.Json.GetProperty("steps")[0].GetProperty("horizons")[0].GetProperty("low").GetDouble());
    }

    [Theory]
    [InlineData("en", "The weakest step leaves Prospect: 50%")]
    [InlineData("fr", "L'étape la plus faible part de Prospect : 50")]
    public void Weakest_step_is_named(string language, string sentence)
    {
        var run = new TimelineRun();

        Assert.Equal(ExitCode.Done, run.Run("conversion", "sample", "--at", "2025-08-01", "--lang", language));

        Assert.Contains(sentence, run.Out, StringComparison.Ordinal);
        Assert.Contains("–", run.Out, StringComparison.Ordinal);
    }
}
