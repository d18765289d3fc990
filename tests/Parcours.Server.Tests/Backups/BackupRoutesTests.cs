using System.Net;
using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Erasure;
using Parcours.Server.Hosting;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Backups;

public sealed class BackupRoutesTests
{
    [Fact]
    public async Task Backups_are_listed_with_their_last_day_and_overdue_ones_deleted_with_those_whose_time_is_over()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        string path = Path.Combine(Directory.CreateTempSubdirectory("parcours-server-backups-").FullName, "monday.parcours-backup");
        Make(server, path, days: 3);

        JsonElement listed = Assert.Single(await BackupsAsync(server));
        Assert.Equal((path, "kept"), (listed.GetProperty("path").GetString(), listed.GetProperty("state").GetString()));
        Assert.Equal(TimeSpan.FromDays(3), listed.GetProperty("expires").GetDateTimeOffset() - listed.GetProperty("made").GetDateTimeOffset());

        server.Time.Pass(TimeSpan.FromDays(3));
        Assert.Equal("overdue", Assert.Single(await BackupsAsync(server)).GetProperty("state").GetString());
        HttpResponseMessage expired = await server.Owner.SendAsync(Calls.Request("POST", "/api/erasures/expired"));
        Assert.Equal(HttpStatusCode.OK, expired.StatusCode);
        Assert.False(File.Exists(path));
        Assert.Empty(await BackupsAsync(server));
        Assert.Equal(["backup.deleted", "backup.made"], server.Service<AuditLog>().Read(long.MaxValue, 10).Select(line => line.Action).Where(action => action.StartsWith("backup", StringComparison.Ordinal)));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task Suppression_is_written_beside_the_backups()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        string path = Path.Combine(Directory.CreateTempSubdirectory("parcours-server-backups-").FullName, "monday.parcours-backup");
        Make(server, path, days: 3);
        await server.Owner.SendAsync(Calls.Request("POST", "/api/suppressions", new { email = "marie@example.org", reason = "asked" }));

        string folder = Path.GetDirectoryName(path)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (PrivacyRecordFile.Read(Assert.Single(Directory.GetFiles(folder, "*" + PrivacyRecordFile.Ending))).Suppressed.Count == 0)
        {
            await Task.Delay(50, limit.Token);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Make(StartedServer server, string path, int days)
    {
        using var store = SqliteStore.Open(server.Folder, forWriting: false);
        using IBackupStore backups = store.OpenBackups();
        BackupManifest manifest = Backup.Make(server.Folder, store, path, Instant.From(server.Time.GetUtcNow()));
        new BackupShelf(backups).Register(path, manifest, days, Caller.LocalOwner.Known);
    }

    private static async Task<List<JsonElement>> BackupsAsync(StartedServer server) =>
        [.. (await (await server.Owner.GetAsync("/api/backups")).JsonAsync()).GetProperty("items").EnumerateArray()];
}
