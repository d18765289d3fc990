using Parcours.Engine.Workspaces;
using SQLitePCL;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>What a failure of SQLite or of the system means to the person who runs a verb.</summary>
internal static class Faults
{
    private const int NoSpace = 28;       // ENOSPC
    private const int FileTooBig = 27;    // EFBIG
    private const int OverQuota = 122;    // EDQUOT
    private const int ShmSize = 4874;     // SQLITE_IOERR_SHMSIZE: the shared index beside the file could not grow
    private const int DiskFullWindows = 112;

    /// <summary>The refusal of a result code.</summary>
    /// <param name="code">SQLite's extended result code.</param>
    /// <param name="systemError">The system's error number behind it; 0 for none.</param>
    /// <param name="message">What SQLite says.</param>
    internal static WorkspaceRefusal RefusalOf(string folder, int code, int systemError, string message)
    {
        int primary = code & 0xFF;
        bool failedToWrite = primary is raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN;
        return primary == raw.SQLITE_FULL || code == ShmSize || (failedToWrite && systemError is NoSpace or FileTooBig or OverQuota)
            ? new WorkspaceRefusal.DiskFull(folder)
            : primary == raw.SQLITE_BUSY
                ? new WorkspaceRefusal.Held(folder, "another process")
                : new WorkspaceRefusal.Unreadable(folder, $"{message} (SQLite {code})");
    }

    /// <summary>The refusal of a failed file operation.</summary>
    internal static WorkspaceRefusal RefusalOf(string folder, IOException fault) =>
        (fault.HResult & 0xFFFF) is NoSpace or FileTooBig or OverQuota or DiskFullWindows
            ? new WorkspaceRefusal.DiskFull(folder)
            : new WorkspaceRefusal.Unreadable(folder, fault.Message.TrimEnd('.'));
}
