using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Timing;

public sealed class TimingVerbTests
{
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(BaseStore.Orders([.. Customers()]));
    private static readonly WorkspaceOpener Small = BaseStore.Opener(BaseStore.Orders(("anna", [("2025-01-01", 1000), ("2025-03-02", 1000)]), ("boris", [("2025-01-10", 1000)])));

    [Fact]
    public void Timing_tells_the_moment_and_tries_every_way_against_the_constant()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("timing", "--json"));
        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        JsonElement moment = answer.GetProperty("moment");
        Assert.Equal(2, moment.GetProperty("nth").GetInt32());
        Assert.Equal(400, moment.GetProperty("customers").GetInt32());
        Assert.InRange(moment.GetProperty("highest").GetProperty("from_day").GetInt32(), 27, 33);
        JsonElement test = answer.GetProperty("next_order").GetProperty("test");
        Assert.Equal(["constant", "own-rhythm", "model"], test.GetProperty("dates").EnumerateArray().Select(date => date.GetProperty("method").GetString()));
        Assert.Contains(answer.GetProperty("next_order").GetProperty("dated_by").GetString(), new[] { "constant", "own-rhythm", "model" });
    }

    [Fact]
    public void Timing_for_people_speaks_both_languages()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Done, run.Run("timing", "--nth", "3"));
        Assert.Contains("Order number 3 on ", run.Out, StringComparison.Ordinal);
        Assert.Contains("Likeliest to order", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, run.Run("timing", "--lang", "fr"));
        Assert.Contains("Commande numéro 2 au ", run.Out, StringComparison.Ordinal);
        Assert.Contains("la même pour tous", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Out_writes_every_customer_with_an_order()
    {
        string file = Path.GetTempFileName();
        try
        {
            var run = new TestRun(Shop);
            Assert.Equal(ExitCode.Done, run.Run("timing", "--out", file));
            string[] lines = File.ReadAllLines(file);
            Assert.Equal("customer,orders,last_order,own_rhythm_days,expected,earliest,latest,constant,chance,horizon_days,dated_by,chance_by", lines[0]);
            Assert.Equal(400, lines.Length - 1);
            Assert.All(lines.Skip(1), line => Assert.Equal(12, line.Split(',').Length));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Critical_periods_are_told_for_machines_people_and_files()
    {
        string file = Path.GetTempFileName();
        try
        {
            var run = new TestRun(Shop);
            Assert.Equal(ExitCode.Done, run.Run("timing", "--critical", "--json", "--out", file));
            JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
            JsonElement curve = answer.GetProperty("curves")[0];
            Assert.Equal(("stopped_buying", "first_order"), (curve.GetProperty("departure").GetString(), curve.GetProperty("milestone").GetString()));
            Assert.Contains(answer.GetProperty("seasons").EnumerateArray(), season => season.GetProperty("season").GetString() == "summer-sales");
            Assert.StartsWith("departure,milestone,week,", File.ReadAllLines(file)[0], StringComparison.Ordinal);
            Assert.Equal(ExitCode.Done, run.Run("timing", "--critical", "--lang", "fr"));
            Assert.Contains("Quand les clients partent, au ", run.Out, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Base_too_small_is_refused_with_how_many_are_missing()
    {
        var run = new TestRun(Small);
        Assert.Equal(ExitCode.Refused, run.Run("timing"));
        Assert.Equal("1 customers have placed order number 2: 49 more are needed to tell its best moment.", run.Error.Trim());
        Assert.Equal(ExitCode.Refused, run.Run("timing", "--critical", "--json", "--at", "2026-01-01"));
        Assert.Equal("too_few_leavings", JsonDocument.Parse(run.Error).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Calendar_with_a_fault_is_told_with_its_place()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("parcours-timing-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "calendars"));
            File.WriteAllText(Path.Combine(folder.FullName, "calendars", "fr.yaml"), "calendar: fr\nperiods:\n  - { id: fair, on: 13-01 }\n");
            var run = new TestRun(Shop);
            Assert.Equal(ExitCode.Refused, run.Run("timing", "--critical", "--workspace", folder.FullName));
            Assert.Contains("fr.yaml", run.Error, StringComparison.Ordinal);
            Assert.Contains("\"13-01\" is no date of a year", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--nth", "1")]
    [InlineData("--nth", "51")]
    [InlineData("--at", "yesterday")]
    [InlineData("--critical", "--nth", "2")]
    public void Option_that_cannot_be_meant_is_wrong_usage(params string[] options) => Assert.Equal(ExitCode.WrongUsage, new TestRun(Shop).Run(["timing", .. options]));

    [Fact]
    public void Category_unknown_is_refused()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Refused, run.Run("timing", "--category", "tea", "--json"));
        Assert.Equal("unknown_category", JsonDocument.Parse(run.Error).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    /// <summary>Two years of customers who come back after 28 to 33 days, until they stop.</summary>
    private static IEnumerable<(string Key, (string Date, long Cents)[] Orders)> Customers()
    {
        var start = new DateOnly(2023, 1, 2);
        for (int i = 0; i < 400; i++)
        {
            int first = i * 3 / 2;
            yield return ($"c{i:000}", [.. Enumerable.Range(0, 1 + (i * 7 % 11)).Select(k => first + (k * (28 + (i % 6)))).Where(day => day <= 730)
                .Select(day => (start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 1000L))]);
        }
    }
}
