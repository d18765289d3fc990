using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Server.Live;
using Parcours.Web.Settings;

namespace Parcours.Server.Screens.Settings;

/// <summary>Makes a backup beside the requests, one at a time.</summary>
internal sealed class BackupMaker(LiveState live, BackupShelf shelf, ServerOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private string? _path;
    private string? _fault;
    private Task _work = Task.CompletedTask;

    /// <summary>Where they are written: what later backups leave out.</summary>
    internal string Folder => Path.Combine(options.Workspace, "backups");

    /// <summary>Ends when none is being made.</summary>
    internal Task Work => _work;

    /// <summary>Where the one asked for last stands.</summary>
    internal BackupMaking Now()
    {
        lock (_gate)
        {
            return _path is null ? new BackupMaking(false, 0, _fault) : new BackupMaking(true, Math.Min(0.99, BytesIn(_path + ".making") / Math.Max(1.0, 2 * BytesIn(options.Workspace))), null);
        }
    }

    /// <summary>Begins one.</summary>
    /// <returns>Whether none was being made.</returns>
    internal bool Begin(int days, Caller by)
    {
        lock (_gate)
        {
            if (_path is not null)
            {
                return false;
            }

            var now = Instant.From(time.GetUtcNow());
            string stamp = now.ToDateTimeOffset().ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
            string path = _path = Path.Combine(Folder, $"parcours-{stamp}.parcours-backup");
            _work = Task.Run(() => Make(path, now, days, by));
            return true;
        }
    }

    private void Make(string path, Instant now, int days, Caller by)
    {
        string? fault = null;
        try
        {
            using IWorkspaceStore reader = live.OpenReader();
            shelf.Register(path, Backup.Make(options.Workspace, reader, path, now), days, by);
        }
        catch (Exception refused) when (refused is BackupException or WorkspaceException or IOException or UnauthorizedAccessException)
        {
            fault = refused.Message;
        }

        lock (_gate)
        {
            _path = null;
            _fault = fault;
        }
    }

    // Files come and go while they are counted: what is gone counts nothing.
    private static long BytesIn(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => !file.FullName.EndsWith(".parcours-backup", StringComparison.Ordinal) && (folder.EndsWith(".making", StringComparison.Ordinal) || !file.FullName.Contains(".making", StringComparison.Ordinal)))
                .Sum(file => file.Length);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
