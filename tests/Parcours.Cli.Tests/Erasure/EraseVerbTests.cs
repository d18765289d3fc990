using System.Text;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Engine.Access;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Erasure;

public sealed class EraseVerbTests : IDisposable
{
    private const string Email = "canary.marie@example.org";

    private static readonly string[] _canaries = [Email, "CANARY-NUMBER-1", "CANARY-ORDER-1", "canary unreadable line"];

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-erase-verb-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    private string Workspace => Path.Combine(_folder, "ws");

    [Fact]
    public void Imported_person_is_gone_from_every_file_and_the_figures_stay()
    {
        Import("first.csv", Orders);
        string before = Indicators();
        Assert.Equal(_canaries, Held());

        Assert.Equal(ExitCode.Done, Run("erase", Email.ToUpperInvariant(), "--json"));

        Assert.Equal(1, JsonDocument.Parse(_run.Out).RootElement.GetProperty("people").GetInt32());
        Assert.Empty(Held());
        Assert.Equal(before, Indicators());
        Assert.Equal(ExitCode.Refused, Run("customer", Email));
        Assert.Equal(ExitCode.Refused, Run("erase", Email));
        using var store = SqliteStore.Open(Workspace, forWriting: false);
        using IAccessStore access = store.OpenAccess();
        Assert.Equal(["person.erased identity:0"], access.AuditLog(long.MaxValue, 10).Select(line => $"{line.Action} {line.Object}"));
    }

    [Fact]
    public void Same_file_and_a_newer_one_do_not_bring_them_back()
    {
        Import("first.csv", Orders);
        string before = Indicators();
        Run("erase", "CANARY-NUMBER-1");

        Import("first.csv", Orders);
        Import("second.csv", Orders.Replace("CANARY-NUMBER-1", "another number", StringComparison.Ordinal));

        Assert.Contains("\"quarantined\":2", _run.Out, StringComparison.Ordinal);
        Assert.Empty(Held().Except(["canary unreadable line"])); // the file says that one anew
        Assert.Equal(before, Indicators());
    }

    [Fact]
    public void Nobody_is_erased_by_a_key_that_names_nobody()
    {
        Import("first.csv", Orders);

        Assert.Equal(ExitCode.Refused, Run("erase", "nobody", "--json"));
        Assert.Equal("unknown_customer", JsonDocument.Parse(_run.Error).RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(_canaries, Held());
    }

    [Fact]
    public void Missing_workspace_is_not_made()
    {
        Assert.Equal(ExitCode.Refused, Run("erase", "nobody"));
        Assert.False(Directory.Exists(Workspace));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Orders
    {
        get
        {
            var text = new StringBuilder("customer,email,order,date,amount\n");
            text.Append($"CANARY-NUMBER-1,{Email},CANARY-ORDER-1,2025-01-05 10:20:30,12.50\n");
            text.Append($"CANARY-NUMBER-1,{Email},canary unreadable line,31/31/2025,1\n");
            for (int i = 0; i < 30; i++)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"n{i % 7},n{i % 7}@example.org,o{i},2025-02-{1 + (i % 28):00},{i + 1}.00\n");
            }

            return text.ToString();
        }
    }

    private void Import(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        Assert.Equal(ExitCode.Done, Run("import", path, "--json"));
    }

    private string Indicators()
    {
        Assert.Equal(ExitCode.Done, Run("indicators", "--at", "2025-12-31", "--json"));
        return _run.Out;
    }

    private int Run(params string[] words) => _run.Run([.. words, "--workspace", Workspace]);

    private IEnumerable<string> Held()
    {
        byte[][] files = [.. Directory.EnumerateFiles(Workspace, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)];
        return _canaries.Where(canary => files.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0)).ToList();
    }
}
