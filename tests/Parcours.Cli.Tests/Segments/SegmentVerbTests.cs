using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Segments;

/// <summary>Twenty customers: number n bought n times, every ten days from January 2024, for 30 euros.</summary>
public sealed class SegmentVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-segment-verb-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    public SegmentVerbTests()
    {
        var text = new StringBuilder("customer,date,amount\n");
        for (int customer = 1; customer <= 20; customer++)
        {
            for (int order = 0; order < customer; order++)
            {
                text.Append(CultureInfo.InvariantCulture, $"c{customer:00},{new DateOnly(2024, 1, 1).AddDays(order * 10):yyyy-MM-dd},30\n");
            }
        }

        File.WriteAllText(At("orders.csv"), text.ToString());
        Done("import", At("orders.csv"));
    }

    [Fact]
    public void Segment_is_added_counted_shown_and_removed()
    {
        Done("segment", "add", "regulars", "--where", "orders >= 16", "--title", "L'élite", "--note", "agreed");
        Done("segment", "add", "fresh", "--where", "segment(regulars) and silence(order) < 30 days");

        JsonElement shown = Json("segment", "show", "fresh", "--at", "2024-07-01");
        Assert.Equal((4, 20), (shown.GetProperty("members").GetInt32(), shown.GetProperty("of").GetInt32()));
        Assert.Equal([5, 4, 4], shown.GetProperty("sizes").EnumerateArray().TakeLast(3).Select(size => size.GetProperty("members").GetInt32()));
        Assert.Equal([4, 0, 0], shown.GetProperty("leaving").EnumerateArray().Take(3).Select(month => month.GetProperty("members").GetInt32()));
        Assert.Equal("L'élite", Json("segment", "show", "regulars").GetProperty("name").GetProperty("fr").GetString());

        JsonElement first = Json("segment", "members", "fresh", "--at", "2024-07-01", "--limit", "2").GetProperty("members")[0];
        Assert.Equal("c17", first.GetProperty("id").GetString());
        Assert.StartsWith("2024-05-", first.GetProperty("since").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("2024-07-0", first.GetProperty("until").GetString(), StringComparison.Ordinal);

        JsonElement version = Json("segment", "history", "regulars").GetProperty("versions")[0];
        Assert.Equal(("local", "agreed"), (version.GetProperty("by").GetString(), version.GetProperty("note").GetString()));
        Assert.Equal(2, Json("segment", "list").GetProperty("segments").GetArrayLength());

        Assert.Contains("is read by fresh", Refused("segment", "remove", "regulars"), StringComparison.Ordinal);
        Done("segment", "remove", "fresh");
        Done("segment", "remove", "regulars");
        Assert.Contains("no segment", Refused("segment", "show", "fresh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Discovery_says_when_there_are_too_few_to_tell()
    {
        JsonElement found = Json("segment", "discover", "--at", "2024-12-31");

        Assert.Equal((20, true, 0), (found.GetProperty("buyers").GetInt32(), found.GetProperty("too_few").GetBoolean(), found.GetProperty("groups").GetArrayLength()));
        Done("segment", "discover", "--at", "2024-12-31");
        Assert.Contains("Too few buyers to look for groups: 20 of the 100 needed", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Count_gives_members_share_and_those_worth_most()
    {
        JsonElement count = Json("segment", "count", "orders >= 19 or stage(crm-segments, at: 2024-01-05) = new and orders = 1", "--at", "2024-12-31", "--sample", "2");

        Assert.Equal((3, 20, 0.15), (count.GetProperty("members").GetInt32(), count.GetProperty("of").GetInt32(), count.GetProperty("share").GetDouble()));
        Assert.Equal([("c20", 600), ("c19", 570)], count.GetProperty("sample").EnumerateArray().Select(one => (one.GetProperty("id").GetString(), one.GetProperty("spend").GetInt32())));
        Assert.Contains("did you mean \"orders\"?", Refused("segment", "count", "ordres > 1"), StringComparison.Ordinal);
    }

    [Fact]
    public void List_is_made_of_the_keys_of_a_file()
    {
        File.WriteAllText(At("fair.txt"), "c03\r\n c05 \nnobody\n\nc03\n");
        Done("segment", "add", "fair", "--ids", At("fair.txt"));

        Assert.Equal(["c03", "c05"], Json("segment", "members", "fair").GetProperty("members").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Equal(1, Json("segment", "count", "segment(fair) and orders >= 4").GetProperty("members").GetInt32());
    }

    [Fact]
    public void File_with_an_error_is_told_with_its_place_in_both_verbs()
    {
        File.WriteAllText(At("bad.yaml"), "segment: bad\nwhere: spend >= 10 days\n");

        Assert.Contains("line 2, column 17", Refused("segment", "check", At("bad.yaml")), StringComparison.Ordinal);
        Assert.Contains("line 2, column 17", Refused("segment", "add", "bad", "--file", At("bad.yaml")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, _run.Run(["segment", "add", "bad", "--workspace", At("ws")]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private void Done(params string[] words)
    {
        int code = _run.Run([.. words, "--workspace", At("ws")]);
        Assert.True(code == ExitCode.Done, _run.Error);
    }

    private JsonElement Json(params string[] words)
    {
        Done([.. words, "--json"]);
        return JsonDocument.Parse(_run.Out).RootElement;
    }

    private string Refused(params string[] words)
    {
        Assert.Equal(ExitCode.Refused, _run.Run([.. words, "--workspace", At("ws")]));
        return _run.Error;
    }
}
