using System.Formats.Tar;
using System.Security.Cryptography;

namespace Parcours.Engine.Backups;

/// <summary>Makes a workspace of a backup.</summary>
public static class Restore
{
    /// <summary>Writes the files of a backup into a folder, each compared with its checksum; nothing is there before everything was compared.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="folder">Where the workspace will be: empty, or missing.</param>
    /// <param name="prepare">Prepares the restored workspace, in the folder it is given, before it stands in its place; null for nothing.</param>
    /// <returns>What the backup says of itself.</returns>
    /// <exception cref="BackupException">The file is missing, no backup, damaged or too new, or the folder is not empty.</exception>
    public static BackupManifest Into(string path, string folder, Action<string>? prepare = null)
    {
        if (!File.Exists(path))
        {
            throw new BackupException(new BackupRefusal.FileMissing(path));
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BackupException(new BackupRefusal.WorkspaceExists(folder));
        }

        string beside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".restoring";
        DirectoryInfo parts = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(beside)
            : Directory.CreateDirectory(beside, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            BackupManifest manifest = Extract(path, beside);
            prepare?.Invoke(beside);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(beside, folder);
            return manifest;
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new BackupException(new BackupRefusal.NoBackup(path), fault);
        }
        finally
        {
            if (parts.Exists && Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    private static BackupManifest Extract(string path, string folder)
    {
        using FileStream file = File.OpenRead(path);
        using var tar = new TarReader(file);
        Dictionary<string, BackupEntry> found = [];
        BackupManifest? manifest = null;
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name == BackupManifest.EntryName)
            {
                manifest = BackupManifest.Read(entry.DataStream ?? Stream.Null);
                break;
            }

            if (entry.EntryType is not TarEntryType.RegularFile || !IsInside(entry.Name) || !found.TryAdd(entry.Name, Write(entry, folder)))
            {
                throw new BackupException(new BackupRefusal.Damaged(path, entry.Name));
            }
        }

        if (manifest is null)
        {
            throw new BackupException(new BackupRefusal.NoBackup(path));
        }

        if (manifest.Format > BackupManifest.PresentFormat)
        {
            throw new BackupException(new BackupRefusal.TooNew(path, manifest.Format));
        }

        string? wrong = manifest.Files.Where(saved => found.GetValueOrDefault(saved.Name) != saved).Select(saved => saved.Name)
            .Concat(found.Keys.Except(manifest.Files.Select(saved => saved.Name))).FirstOrDefault();
        return wrong is null ? manifest : throw new BackupException(new BackupRefusal.Damaged(path, wrong));
    }

    private static BackupEntry Write(TarEntry entry, string folder)
    {
        string path = Path.Combine(folder, entry.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (FileStream file = BackupFiles.Create(path))
        {
            entry.DataStream?.CopyTo(file);
            file.Flush(flushToDisk: true);
            file.Position = 0;
            return new BackupEntry(entry.Name, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
        }
    }

    // Whoever hands us a file may have made it: no entry leaves the folder.
    private static bool IsInside(string name) =>
        name.Length > 0 && !Path.IsPathRooted(name) && !name.Contains('\\') && name.Split('/').All(part => part is not ("" or "." or ".."));
}
