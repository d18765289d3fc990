using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;

namespace Parcours.Cli.Flows;

/// <summary>The verbs on a base of orders, through the whole command line.</summary>
public sealed class WorkspaceTimelinesTests
{
    // Thirty customers: all order in January 2025, every second again each month until the autumn.
    private static readonly HistoryBase Orders = BaseStore.Orders([.. Enumerable.Range(0, 30).Select(c => (
        $"c{c:00}",
        Enumerable.Range(1, c % 2 == 0 ? 10 : 1).Select(month => ($"2025-{month:00}-{1 + (c % 28):00}", 1000L)).ToArray()))]);

    [Fact]
    public void Flows_end_where_show_stands()
    {
        JsonElement flows = Answer("flows", "crm-segments", "--at", "2025-12-31");
        JsonElement show = Answer("show", "crm-segments", "--at", "2025-12-31");

        Assert.Equal(30, flows.GetProperty("subjects").GetInt32());
        Assert.Equal(Counts(show, "subjects"), Counts(flows, "after"));
        Assert.Equal(show.GetProperty("transitions").GetRawText(), flows.GetProperty("transitions").GetRawText());
        Assert.Equal(JsonValueKind.Object, flows.GetProperty("upcoming").ValueKind);
    }

    [Fact]
    public void Conversion_counts_each_new_customer_once_and_leaves_out_empty_stages()
    {
        JsonElement step = Answer("conversion", "crm-segments", "--at", "2025-12-31").GetProperty("steps").EnumerateArray()
            .Single(step => step.GetProperty("from").GetString() == "new");

        Assert.True(step.GetProperty("stays").GetInt32() >= 30);
        Assert.InRange(step.GetProperty("horizons")[2].GetProperty("converted").GetDouble(), 0.3, 0.6);
    }

    [Fact]
    public void Paths_share_out_the_net_spend_of_the_base()
    {
        JsonElement paths = Answer("paths", "crm-segments", "--at", "2025-12-31", "--top", "100");

        Assert.Equal(30, paths.GetProperty("paths").EnumerateArray().Sum(path => path.GetProperty("subjects").GetInt32()));
        Assert.Equal((15 * 100) + (15 * 10), paths.GetProperty("paths").EnumerateArray().Sum(path => decimal.Parse(path.GetProperty("value").GetString()!)));
    }

    [Fact]
    public void Unknown_lifecycle_is_refused_with_the_nearest()
    {
        var run = new TestRun(BaseStore.Opener(Orders));

        Assert.Equal(ExitCode.Refused, run.Run("lifecycle", "matrix", "crm-segment", "--json"));

        Assert.Contains("crm-segments", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Answer(params string[] words)
    {
        var run = new TestRun(BaseStore.Opener(Orders));
        Assert.Equal(ExitCode.Done, run.Run(["lifecycle", .. words, "--json"]));
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static Dictionary<string, int> Counts(JsonElement answer, string figure) =>
        answer.GetProperty("stages").EnumerateArray().ToDictionary(stage => stage.GetProperty("id").GetString()!, stage => stage.GetProperty(figure).GetInt32());
}
