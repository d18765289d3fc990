using System.Formats.Tar;
using System.Security.Cryptography;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Backups;

/// <summary>
/// Saves a workspace in one file while others read and write it: a tar archive of the store as it stood at one moment, of every other file of the workspace,
/// and last of a manifest with the checksum of each.
/// </summary>
public static class Backup
{
    private const int MostAttempts = 100;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes a backup.</summary>
    /// <param name="folder">The workspace's folder.</param>
    /// <param name="store">Its store, open to read at least.</param>
    /// <param name="path">The file to write: appears when it is whole and on the disk. Twice its room is needed meanwhile.</param>
    /// <param name="now">When.</param>
    /// <exception cref="BackupException">The file exists already.</exception>
    /// <exception cref="WorkspaceException">The store refused.</exception>
    public static BackupManifest Make(string folder, IWorkspaceStore store, string path, Instant now)
    {
        path = Path.GetFullPath(path);
        if (Path.Exists(path))
        {
            throw new BackupException(new BackupRefusal.FileExists(path));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string beside = path + ".making";
        DirectoryInfo copies = Directory.CreateDirectory(beside);
        string archive = Path.Combine(beside, "archive");
        try
        {
            BackupManifest manifest;
            using (FileStream file = BackupFiles.Create(archive))
            {
                using (var tar = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true))
                {
                    manifest = Write(tar, folder, beside, store.CopyTo(beside), now);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(archive, path);
            return manifest;
        }
        finally
        {
            copies.Delete(recursive: true);
        }
    }

    private static BackupManifest Write(TarWriter tar, string folder, string copies, StoreCopy store, Instant now)
    {
        List<BackupEntry> entries = [.. store.Copied.Select(name => Add(tar, Path.Combine(copies, name), name, now))];
        var own = store.Own.ToHashSet(StringComparer.Ordinal);
        var files = new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(file => (file.FullName, Name: Path.GetRelativePath(folder, file.FullName).Replace('\\', '/')))
            .Where(file => !own.Contains(file.Name) && !file.FullName.StartsWith(copies, StringComparison.Ordinal) && !IsBackup(file.FullName))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        entries.AddRange(files.Select(file => AddIfThere(tar, file.FullName, file.Name, now)).OfType<BackupEntry>());
        var manifest = BackupManifest.Of(now, entries);
        using var json = new MemoryStream(manifest.ToJson());
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.EntryName) { DataStream = json, ModificationTime = now.ToDateTimeOffset() });
        return manifest;
    }

    private static BackupEntry Add(TarWriter tar, string path, string name, Instant now)
    {
        using FileStream file = Open(path);
        return Add(tar, file, name, now);
    }

    // A server that runs beside writes files and puts them in place by renaming: one that is gone a moment later was not in place yet, one that is held is waited for.
    private static BackupEntry? AddIfThere(TarWriter tar, string path, string name, Instant now)
    {
        for (int attempt = 1; ; attempt++)
        {
            FileStream file;
            try
            {
                file = Open(path);
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                Thread.Sleep(BetweenAttempts);
                continue;
            }

            using (file)
            {
                return Add(tar, file, name, now);
            }
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    private static BackupEntry Add(TarWriter tar, FileStream file, string name, Instant now)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = file, ModificationTime = now.ToDateTimeOffset() });
        return new BackupEntry(name, file.Length, hash);
    }

    // A backup kept in the workspace's folder is not saved again with each later one.
    private static bool IsBackup(string path) => path.EndsWith(".parcours-backup", StringComparison.Ordinal) || path.EndsWith(PrivacyRecordFile.Ending, StringComparison.Ordinal) || path.Contains(".making/", StringComparison.Ordinal);
}
