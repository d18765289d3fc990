using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Import;

public sealed class ImportVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-import-verb-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    [Fact]
    public void Json_answer_begins_with_the_account()
    {
        string file = Write("customer,date,amount\n1,2020-01-01,5\n1,2020-01-01,5\n2,2020-01-02,-3\n");

        Assert.Equal(ExitCode.Done, Import(file, "--json"));
        Assert.StartsWith("{\"read\":3,\"stored\":3,\"duplicates\":0,\"quarantined\":0,\"customers\":2,\"orders\":2,\"refunds\":1", _run.Out, StringComparison.Ordinal);
        Assert.Empty(_run.Error);
        Assert.Equal(ExitCode.Done, Import(file, "--json"));
        Assert.StartsWith("{\"read\":3,\"stored\":0,\"duplicates\":3,\"quarantined\":0,\"customers\":2,\"orders\":2,\"refunds\":1", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void People_see_the_mapping_then_the_account()
    {
        Assert.Equal(ExitCode.Done, Import(Write("id,day,total\n1,2020-01-01,5\n")));
        Assert.Contains("Columns: customer = id, date = day, amount = total.", _run.Error, StringComparison.Ordinal);
        Assert.Contains("1 lines read", _run.Out, StringComparison.Ordinal);
        Assert.Contains("USD was assumed", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void French_speaks_french_and_assumes_euros()
    {
        _run.With("LC_ALL", "fr_FR.UTF-8");

        Assert.Equal(ExitCode.Done, Import(Write("client;date;montant\n1;03/04/2020;5,50\n")));
        Assert.Contains("jour d'abord", _run.Error, StringComparison.Ordinal);
        Assert.Contains("EUR a été supposé", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_file_leaves_no_workspace_and_says_why_to_machines_too()
    {
        Assert.Equal(ExitCode.Refused, Import(Write("a,b\n1,2\n"), "--json"));
        Assert.Empty(_run.Out);
        Assert.Equal("column_missing", JsonDocument.Parse(_run.Error).RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.False(Directory.Exists(Path.Combine(_folder, "ws")));
        Assert.Equal(ExitCode.Refused, Import(Path.Combine(_folder, "none.csv")));
        Assert.Contains("There is no file", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Dry_run_stores_nothing_and_knows_what_is_known()
    {
        string file = Write("customer,date,amount\n1,2020-01-01,5\n");

        Assert.Equal(ExitCode.Done, Import(file, "--dry-run", "--json"));
        Assert.False(Directory.Exists(Path.Combine(_folder, "ws")));
        Import(file);
        Import(file, "--dry-run", "--json");
        Assert.StartsWith("{\"read\":1,\"stored\":0,\"duplicates\":1,", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Dry_run_gives_the_account_of_the_import_while_another_process_writes()
    {
        const string head = "order,customer,date,total,refunded amount\n";
        string file = Write(head + "A,1,2020-01-01,50,\nB,2,2020-01-02,20,5\n");
        Import(file);
        Write(head + "A,1,2020-01-01,60,\nB,2,2020-01-02,20,9\nC,3,2020-01-03,5,\nC,3,soon,5,\nA,1,2020-01-01,60,\n");
        string trial;
        using (SqliteStore.Open(Path.Combine(_folder, "ws"), forWriting: true))
        {
            Assert.Equal(ExitCode.Done, Import(file, "--dry-run", "--force", "--json"));
            trial = _run.Out;
        }

        Assert.Equal(ExitCode.Done, Import(file, "--force", "--json"));
        Assert.StartsWith("{\"read\":5,\"stored\":3,\"duplicates\":1,\"quarantined\":1,\"customers\":3,\"orders\":3,\"refunds\":1,", _run.Out, StringComparison.Ordinal);
        int account = _run.Out.IndexOf(",\"columns\"", StringComparison.Ordinal);
        Assert.Equal(_run.Out[..account], trial[..account]);
    }

    [Fact]
    public void Dry_run_in_a_folder_without_a_workspace_makes_none()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "ws")).FullName;
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");

        Assert.Equal(ExitCode.Done, Import(Write("customer,date,amount\n1,2020-01-01,5\n"), "--dry-run", "--json"));
        Assert.Equal(["notes.txt"], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Too_many_bad_lines_store_nothing_until_forced()
    {
        string file = Write("customer,date,amount\n1,2020-01-01,5\n2,bad,5\n");

        Assert.Equal(ExitCode.Refused, Import(file));
        Assert.Contains("1 of 2 lines", _run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Import(file, "--force", "--json"));
        Assert.StartsWith("{\"read\":2,\"stored\":1,\"duplicates\":0,\"quarantined\":1,", _run.Out, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "ws", "quarantine")));
    }

    [Fact]
    public void Unknown_option_is_wrong_usage() => Assert.Equal(ExitCode.WrongUsage, Import("x.csv", "--nonsense"));

    [Fact]
    public void Published_orders_go_in_and_come_out_of_the_store()
    {
        string file = TestFile.Required("cdnow.csv");

        Assert.Equal(ExitCode.Done, Import(file, "--json"));
        Assert.StartsWith("{\"read\":69659,\"stored\":69659,\"duplicates\":0,\"quarantined\":0,\"customers\":23570,\"orders\":69659,\"refunds\":0", _run.Out, StringComparison.Ordinal);
        using SqliteStore store = SqliteStore.Open(Path.Combine(_folder, "ws"), forWriting: false);
        Assert.Equal(23_570, store.Load(null).Subjects.Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private int Import(string file, params string[] options) => _run.Run(["import", file, "--workspace", Path.Combine(_folder, "ws"), .. options]);

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "orders.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
