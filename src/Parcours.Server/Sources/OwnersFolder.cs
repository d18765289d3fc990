namespace Parcours.Server.Sources;

/// <summary>Folders and files that only the owner of the workspace can open, written so that a kill leaves the old or the new, never a part.</summary>
internal static class OwnersFolder
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder where there is none.</summary>
    internal static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, FolderMode);
            File.SetUnixFileMode(path, FolderMode);
        }
    }

    /// <summary>Writes a file; it is on the disk when the call returns.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string beside = path + ".new";
        var options = new FileStreamOptions { Mode = System.IO.FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        using (var file = new FileStream(beside, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
