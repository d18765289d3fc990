using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Engine.Access;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Suppressions;
using Parcours.Storage.Sqlite;
using static Parcours.Cli.Backups.Outcome;

namespace Parcours.Cli.Backups;

/// <summary>What a workspace knows of its backups, and what a backup is told of people when it is restored.</summary>
public sealed class KnownBackupTests : IDisposable
{
    private const string Email = "canary.marie@example.org";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-known-backups-");

    private string Workspace => Path.Combine(_folder.FullName, "workspace");

    private string Backup => Path.Combine(_folder.FullName, "backups", "monday.parcours-backup");

    private string Restored => Path.Combine(_folder.FullName, "restored");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Backup_is_in_the_audit_log_and_readable_by_its_maker_alone()
    {
        Fill();
        JsonElement said = Json(Run(Workspace, "backup", Backup, "--keep-days", "14", "--json"));

        using var store = SqliteStore.Open(Workspace, forWriting: false);
        using IAccessStore access = store.OpenAccess();
        Assert.Equal(["local backup.made backup:1"], access.AuditLog(long.MaxValue, 10).Select(line => $"{line.Actor} {line.Action} {line.Object}"));
        Assert.Equal(TimeSpan.FromDays(14), Date(said, "expires") - Date(said, "made"));
        if (!OperatingSystem.IsWindows()) // it has no modes
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3651")]
    public void Days_out_of_range_are_refused_before_anything_is_written(string days)
    {
        Fill();
        Assert.Equal(ExitCode.WrongUsage, Run(Workspace, "backup", Backup, "--keep-days", days).Code);
        Assert.False(File.Exists(Backup));
    }

    [Theory]
    [InlineData("en", "A backup holds whom it held until ")]
    [InlineData("fr", "Une sauvegarde contient ceux qu'elle contenait jusqu'au ")]
    public void Erasure_lists_the_backups_with_their_last_day(string language, string sentence)
    {
        Fill();
        JsonElement said = Json(Run(Workspace, "backup", Backup, "--json"));
        string answer = Done(Run(Workspace, "erase", Email, "--lang", language));
        Assert.Contains($"{sentence}{Date(said, "expires"):yyyy-MM-dd}", answer, StringComparison.Ordinal);
        Assert.Contains(Backup, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Erasure_lists_a_backup_that_was_moved_until_its_time_is_over()
    {
        Fill();
        Done(Run(Workspace, "backup", Backup));
        File.Move(Backup, Backup + ".elsewhere");
        JsonElement listed = Assert.Single(Json(Run(Workspace, "erase", Email, "--json")).GetProperty("backups").EnumerateArray());
        Assert.Equal(("moved", Backup), (listed.GetProperty("state").GetString(), listed.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task Backup_beside_a_running_server_is_known_to_it_and_told_of_its_erasures()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no owner's socket");
        using var served = new ServedWorkspace();
        string key = Json(served.Run("key", "create", "--kind", "write", "--json")).GetProperty("key").GetString()!;
        using var client = new HttpClient { BaseAddress = served.Address };
        using var message = new HttpRequestMessage(HttpMethod.Post, "/v1/identify")
        {
            Headers = { Authorization = new("Bearer", key) },
            Content = new StringContent($$"""{"userId":"CANARY-NUMBER-1","traits":{"email":"{{Email}}"},"messageId":"m1"}""", Encoding.UTF8, "application/json"),
        };
        Assert.True((await client.SendAsync(message, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Done(served.Run("backup", Backup));

        JsonElement listed = Assert.Single(Json(served.Run("erase", Email, "--json")).GetProperty("backups").EnumerateArray());
        Done(Run(Restored, "restore", Backup));

        Assert.Equal((Backup, "kept"), (listed.GetProperty("path").GetString(), listed.GetProperty("state").GetString()));
        Assert.Empty(Held(Restored));
    }

    [Fact]
    public void Retention_lists_an_overdue_backup_and_deletes_it_when_told()
    {
        Fill();
        Done(Run(Workspace, "backup", Backup, "--keep-days", "1"));

        JsonElement listed = Json(RunLater("retention", "--json"));
        Assert.Equal("overdue", Assert.Single(listed.GetProperty("backups").EnumerateArray()).GetProperty("state").GetString());
        Assert.True(File.Exists(Backup));

        Done(RunLater("retention", "--apply"));
        Assert.False(File.Exists(Backup));
        Assert.Empty(Json(RunLater("retention", "--json")).GetProperty("backups").EnumerateArray());
    }

    [Fact]
    public void Another_file_in_the_place_of_an_overdue_backup_is_not_deleted()
    {
        Fill();
        Done(Run(Workspace, "backup", Backup, "--keep-days", "1"));
        File.WriteAllText(Backup, "precious");
        Done(RunLater("retention", "--apply"));
        Assert.Equal("precious", File.ReadAllText(Backup));
    }

    [Fact]
    public void Restored_backup_does_not_bring_back_who_was_erased_after_it()
    {
        Fill();
        Done(Run(Workspace, "backup", Backup));
        Done(Run(Workspace, "erase", Email));
        string after = Done(Run(Workspace, "indicators", "--at", "2025-12-31", "--json"));
        Directory.Delete(Workspace, recursive: true); // all that is left lies in the folder of backups

        JsonElement said = Json(Run(Restored, "restore", Backup, "--json"));

        Assert.Equal(1, said.GetProperty("erased_again").GetInt32());
        Assert.Empty(Held(Restored));
        Assert.Equal(after, Done(Run(Restored, "indicators", "--at", "2025-12-31", "--json")));
        Assert.Equal("unknown_customer", Refused(Run(Restored, "erase", Email, "--json")));
        Import(Restored);
        Assert.Empty(Held(Restored));
    }

    [Fact]
    public void Backup_that_lies_alone_is_told_by_the_workspace_named()
    {
        Fill();
        Done(Run(Workspace, "backup", Backup));
        Done(Run(Workspace, "erase", Email));
        string alone = Path.Combine(_folder.FullName, "alone.parcours-backup");
        File.Move(Backup, alone);

        (int Code, string Out, string Error) warned = Run(Path.Combine(_folder.FullName, "untold"), "restore", alone);
        Assert.Contains("--erased", warned.Error, StringComparison.Ordinal);
        Done(Run(Restored, "restore", alone, "--erased", Workspace));
        Assert.Empty(Held(Restored));
    }

    [Fact]
    public void Record_of_another_workspace_or_cut_short_restores_nothing()
    {
        Fill();
        Done(Run(Workspace, "backup", Backup));
        string other = Path.Combine(_folder.FullName, "other");
        Import(other);
        Assert.Equal("privacy_record_of_another", Refused(Run(Restored, "restore", Backup, "--erased", other, "--json")));

        string record = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Backup)!, "*" + PrivacyRecordFile.Ending));
        File.WriteAllBytes(record, File.ReadAllBytes(record)[..20]);
        Assert.Equal("no_privacy_record", Refused(Run(Restored, "restore", Backup, "--json")));
        Assert.False(Directory.Exists(Restored));
    }

    [Fact]
    public void Privacy_record_names_nobody()
    {
        Fill();
        Done(Run(Workspace, "backup", Backup));
        Suppress(Workspace, "other@example.org");
        Done(Run(Workspace, "erase", Email));
        string record = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Backup)!, "*" + PrivacyRecordFile.Ending)));
        Assert.DoesNotContain("example.org", record, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("CANARY", record, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Suppression_survives_import_merge_and_an_older_backup()
    {
        Fill();
        Done(Run(Workspace, "backup", Backup));
        Suppress(Workspace, "n1@example.org");
        Import(Workspace, "again.csv");
        Done(Run(Workspace, "merge", "n1@example.org", "n2@example.org"));
        Assert.True(IsSuppressed(Workspace, "N1@example.org"));

        Done(Run(Workspace, "backup", Path.Combine(Path.GetDirectoryName(Backup)!, "tuesday.parcours-backup"))); // tells those before
        Done(Run(Restored, "restore", Backup));

        Assert.True(IsSuppressed(Restored, "n1@example.org"));
        Assert.False(IsSuppressed(Restored, "n2@example.org"));
    }

    private void Fill() => Import(Workspace);

    private void Import(string workspace, string name = "orders.csv")
    {
        var text = new StringBuilder("customer,email,order,date,amount\n");
        text.Append(CultureInfo.InvariantCulture, $"CANARY-NUMBER-1,{Email},CANARY-ORDER-1,2025-01-05 10:20:30,12.50\n");
        for (int i = 0; i < 20; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"n{i % 5},n{i % 5}@example.org,o{i},2025-02-{1 + (i % 28):00},{i + 1}.00\n");
        }

        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text.ToString());
        Done(Run(workspace, "import", path));
    }

    private static void Suppress(string workspace, string address)
    {
        using var store = SqliteStore.Open(workspace, forWriting: true);
        using ISuppressionStore suppressions = store.OpenSuppressions();
        Assert.NotNull(new SuppressionList(suppressions, TimeProvider.System).Add(IdentityKind.Email, address, "asked", Caller.LocalOwner.Known));
    }

    private static bool IsSuppressed(string workspace, string address)
    {
        using var store = SqliteStore.Open(workspace, forWriting: true);
        using ISuppressionStore suppressions = store.OpenSuppressions();
        return new SuppressionList(suppressions, TimeProvider.System).Find(IdentityKind.Email, address) is not null;
    }

    private static List<string> Held(string workspace)
    {
        byte[][] files = [.. Directory.EnumerateFiles(workspace, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)];
        return [.. new[] { Email, "CANARY-NUMBER-1", "CANARY-ORDER-1" }.Where(canary => files.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0))];
    }

    private static DateTimeOffset Date(JsonElement said, string name) => said.GetProperty(name).GetDateTimeOffset();

    private (int Code, string Out, string Error) RunLater(params string[] words) => Run(TimeSpan.FromDays(2), Workspace, words);

    private static (int Code, string Out, string Error) Run(string workspace, params string[] words) => Run(TimeSpan.Zero, workspace, words);

    private static (int Code, string Out, string Error) Run(TimeSpan later, string workspace, params string[] words)
    {
        var run = new TestRun(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)))
        {
            Now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) + later,
        };
        int code = run.Run([.. words, "--workspace", workspace]);
        return (code, run.Out, run.Error);
    }
}
