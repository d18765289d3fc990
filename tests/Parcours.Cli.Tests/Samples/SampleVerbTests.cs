using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Samples;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Samples;

public sealed class SampleVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-sample-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sample_fills_the_workspace_and_says_its_truth()
    {
        Assert.Equal(ExitCode.Done, Sample("--customers", "300", "--json"));

        using JsonDocument answer = JsonDocument.Parse(_run.Out);
        JsonElement root = answer.RootElement;
        Assert.Equal(302, root.GetProperty("customers").GetInt32());
        Assert.Equal(root.GetProperty("read").GetInt64(), root.GetProperty("stored").GetInt64());
        Assert.Equal("pareto-nbd", root.GetProperty("truth").GetProperty("model").GetString());
        using IWorkspaceStore store = SqliteStore.Open(_folder, forWriting: false);
        HistoryBase histories = store.Load(null);
        HistoryBase drawn = SampleShop.Histories(300, SampleOptions.DefaultSeed);
        Assert.Equal(drawn.FactCount, histories.FactCount);
        int[] places = [.. Enumerable.Range(0, histories.SubjectCount).Where(place => !histories[place].IsEmpty)]; // those of an address that belongs to a customer are empty
        Assert.Equal(drawn.SubjectCount, places.Length);
        for (int subject = 0; subject < drawn.SubjectCount; subject++)
        {
            int place = places[subject];
            Assert.Equal(drawn.Subjects.KeyOf(subject), histories.Subjects.KeyOf(place));
            Assert.Equal(
                drawn[subject].Facts.ToArray().Select(fact => (fact.At, fact.Kind, drawn.Vocabulary.TextOf(fact.Item))),
                histories[place].Facts.ToArray().Select(fact => (fact.At, fact.Kind, histories.Vocabulary.TextOf(fact.Item))));
            Assert.True(drawn[subject].FactIds.SequenceEqual(histories[place].FactIds));
            Assert.True(drawn[subject].Links.SequenceEqual(histories[place].Links));
        }

        Assert.Equal("Europe/Paris", histories.Calendar.ZoneId);
        Assert.Contains("\"seed\": 7", store.Document("sample-shop"));
    }

    [Fact]
    public void Sample_run_again_changes_nothing()
    {
        Sample("--customers", "120");

        Assert.Equal(ExitCode.Done, Sample("--customers", "120", "--json"));
        Assert.Contains("\"stored\":0", _run.Out);
        Assert.Contains("\"already_there\":true", _run.Out);
    }

    [Fact]
    public void Sample_of_more_customers_adds_the_new_ones()
    {
        Sample("--customers", "250", "--json");
        int before = Member("read");

        Assert.Equal(ExitCode.Done, Sample("--customers", "500", "--json"));
        Assert.Equal(before, Member("duplicates"));
        Assert.Equal(Member("read") - before, Member("stored"));
    }

    [Fact]
    public void Sample_of_another_seed_is_refused()
    {
        Sample("--customers", "50");

        Assert.Equal(ExitCode.Refused, Sample("--customers", "50", "--seed", "8", "--json"));
        Assert.Contains("other_sample_shop", _run.Error);
        Assert.Contains("seed 7", _run.Error);
    }

    [Fact]
    public void Sample_as_a_file_leaves_the_workspace_alone()
    {
        string file = Path.Combine(_folder, "orders.csv");

        Assert.Equal(ExitCode.Done, Sample("--customers", "100", "--orders-only", "--csv", file, "--json"));
        Assert.Equal(Member("lines") + 1, File.ReadAllLines(file).Length);
        Assert.Equal(["orders.csv"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Sample_as_a_file_in_no_folder_is_refused()
    {
        Assert.Equal(ExitCode.Refused, Sample("--csv", Path.Combine(_folder, "none", "orders.csv")));
        Assert.Contains("cannot be written", _run.Error);
    }

    [Theory]
    [InlineData("--customers", "0")]
    [InlineData("--customers", "many")]
    [InlineData("--seed", "x")]
    [InlineData("--until", "yesterday")]
    [InlineData("--until", "1950-01-01")]
    public void Sample_with_a_value_it_cannot_read_is_wrong_usage(string option, string value)
    {
        Assert.Equal(ExitCode.WrongUsage, Sample(option, value));
        Assert.NotEmpty(_run.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Sample_speaks_french()
    {
        Assert.Equal(ExitCode.Done, Sample("--customers", "30", "--lang", "fr"));
        Assert.Contains("Magasin d'exemple", _run.Out);
        Assert.Contains("deviennent acheteurs", _run.Out);
    }

    private int Sample(params string[] words) => _run.Run(["sample", "--workspace", _folder, .. words]);

    private int Member(string name)
    {
        using JsonDocument answer = JsonDocument.Parse(_run.Out);
        return answer.RootElement.GetProperty(name).GetInt32();
    }
}
