using System.Formats.Tar;
using System.Text;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Engine.Erasure;
using Parcours.Storage.Sqlite;
using static Parcours.Cli.Backups.Outcome;

namespace Parcours.Cli.Backups;

public sealed class BackupVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-backups-");

    private string Workspace => Path.Combine(_folder.FullName, "workspace");

    private string File => Path.Combine(_folder.FullName, "monday.parcours-backup");

    private string Elsewhere => Path.Combine(_folder.FullName, "restored");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Workspace_restored_answers_as_the_one_saved()
    {
        Fill();
        Directory.CreateDirectory(Path.Combine(Workspace, "lifecycles"));
        System.IO.File.WriteAllText(Path.Combine(Workspace, "lifecycles", "own.yaml"), "# ours");
        string before = Done(Run(Workspace, "rfm", "--at", "2026-01-01", "--json"));

        JsonElement saved = Json(Run(Workspace, "backup", File, "--json"));
        JsonElement restored = Json(Run(Elsewhere, "restore", File, "--json"));

        Assert.Equal(new FileInfo(File).Length, saved.GetProperty("bytes").GetInt64());
        Assert.Equal(2, saved.GetProperty("files").GetInt32());
        Assert.Equal(saved.GetProperty("made").GetString(), restored.GetProperty("made").GetString());
        Assert.Equal(before, Done(Run(Elsewhere, "rfm", "--at", "2026-01-01", "--json")));
        Assert.Equal("# ours", System.IO.File.ReadAllText(Path.Combine(Elsewhere, "lifecycles", "own.yaml")));
        Assert.Equal("wal", Journal(Elsewhere));
    }

    [Fact]
    public void Backup_verified_leaves_nothing_behind()
    {
        Fill();
        Done(Run(Workspace, "backup", File));
        JsonElement verified = Json(Run(Elsewhere, "restore", File, "--verify", "--json"));
        Assert.Equal(3, verified.GetProperty("subjects").GetInt32());
        Assert.Equal(JsonValueKind.Null, verified.GetProperty("workspace").ValueKind);
        Assert.False(Directory.Exists(Elsewhere));
        Assert.Equal(["monday.parcours-backup", "orders.csv", "workspace"], _folder.EnumerateFileSystemInfos().Select(entry => entry.Name)
            .Where(name => !name.EndsWith(PrivacyRecordFile.Ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal)); // it lies there since the backup
    }

    [Fact]
    public void Backup_beside_a_running_server_holds_what_was_acknowledged_and_no_session()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no owner's socket");
        using var served = new ServedWorkspace();
        Done(served.Run("key", "create", "--kind", "write", "--name", "before"));

        Done(served.Run("backup", File));
        Done(served.Run("key", "create", "--kind", "write", "--name", "after"));
        Done(Run(Elsewhere, "restore", File));

        JsonElement key = Assert.Single(Json(Run(Elsewhere, "key", "list", "--json")).GetProperty("keys").EnumerateArray());
        Assert.Equal("before", key.GetProperty("name").GetString());
    }

    [Fact]
    public void Backup_never_overwrites_a_file()
    {
        Fill();
        System.IO.File.WriteAllText(File, "precious");
        Assert.Equal("file_exists", Refused(Run(Workspace, "backup", File, "--json")));
        Assert.Equal("precious", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Restore_never_touches_a_folder_that_holds_something()
    {
        Fill();
        Done(Run(Workspace, "backup", File));
        Assert.Equal("workspace_exists", Refused(Run(Workspace, "restore", File, "--json")));
    }

    [Fact]
    public void Damaged_byte_is_found_and_nothing_restored()
    {
        Fill();
        Done(Run(Workspace, "backup", File));
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        int within = bytes.AsSpan().IndexOf("SQLite format 3"u8) + 5000;
        bytes[within] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        Assert.Equal("backup_damaged", Refused(Run(Elsewhere, "restore", File, "--json")));
        Assert.Equal("backup_damaged", Refused(Run(Elsewhere, "restore", File, "--verify", "--json")));
        Assert.False(Directory.Exists(Elsewhere));
        Assert.False(Directory.Exists(Elsewhere + ".restoring"));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.99)]
    public void File_cut_short_is_no_backup(double share)
    {
        Fill();
        Done(Run(Workspace, "backup", File));
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        int last = Array.FindLastIndex(bytes, value => value != 0);
        System.IO.File.WriteAllBytes(File, bytes[..(int)(last * share)]);
        Assert.Equal("no_backup", Refused(Run(Elsewhere, "restore", File, "--json")));
        Assert.False(Directory.Exists(Elsewhere));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/tmp/parcours-outside.txt")]
    [InlineData("a/../../outside.txt")]
    public void Entry_that_would_leave_the_folder_is_refused(string name)
    {
        using (FileStream file = System.IO.File.Create(File))
        using (var tar = new TarWriter(file))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes("x")) });
        }

        Assert.Equal("backup_damaged", Refused(Run(Elsewhere, "restore", File, "--json")));
        Assert.False(System.IO.File.Exists(Path.GetFullPath(Path.Combine(Elsewhere + ".restoring", name))));
    }

    [Fact]
    public void File_that_is_missing_is_said() => Assert.Equal("file_missing", Refused(Run(Elsewhere, "restore", File, "--json")));

    private void Fill()
    {
        string orders = Path.Combine(_folder.FullName, "orders.csv");
        System.IO.File.WriteAllText(orders, "order,customer,email,date,amount\n1,ada,ada@mail.example,2025-01-02,10\n2,bob,,2025-02-03,20\n3,cy,,2025-03-04,30\n4,ada,,2025-04-05,40\n");
        Done(Run(Workspace, "import", orders));
    }

    private static string Journal(string workspace)
    {
        byte[] header = new byte[20];
        using FileStream file = System.IO.File.Open(Path.Combine(workspace, "parcours.db"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.ReadExactly(header);
        return header[18] == 2 ? "wal" : "delete";
    }

    private static (int Code, string Out, string Error) Run(string workspace, params string[] words)
    {
        var run = new TestRun(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));
        int code = run.Run([.. words, "--workspace", workspace]);
        return (code, run.Out, run.Error);
    }
}
