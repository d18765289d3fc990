using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Erasure;

namespace Parcours.Engine.Backups;

/// <summary>
/// The backups of a workspace: what was made, until when it may be kept, and beside each what it cannot know of people. Any thread may call it.
/// </summary>
public sealed class BackupShelf(IBackupStore store)
{
    /// <summary>How long a backup is kept when nobody says otherwise, in days.</summary>
    public const int UsualDays = 30;

    /// <summary>The longest a backup may be kept, in days.</summary>
    public const int MostDays = 3650;

    private readonly Lock _writing = new();

    /// <summary>The backups, each with where it stands, but for those whose time is over and that are gone.</summary>
    public IReadOnlyList<ShelvedBackup> List(Instant now) =>
        [.. store.All().Select(backup => new ShelvedBackup(backup, StateOf(backup, now))).Where(shelved => shelved.State != BackupState.Gone)];

    /// <summary>Takes note of a backup just made, and writes the privacy record beside it.</summary>
    public KnownBackup Register(string path, BackupManifest manifest, int days, Caller by)
    {
        Instant made = Instant.From(DateTimeOffset.Parse(manifest.Made, System.Globalization.CultureInfo.InvariantCulture));
        KnownBackup kept = store.Add(
            new KnownBackup(0, path, made, new FileInfo(path).Length, new Instant(made.Micros + (days * Instant.MicrosPerDay))), new Audited(made, by, "backup.made"));
        WriteRecords();
        return kept;
    }

    /// <summary>Deletes the backups whose time is over and that lie, as they were made, where they were written.</summary>
    /// <returns>Those deleted; one that could not be stays overdue.</returns>
    public IReadOnlyList<KnownBackup> DeleteOverdue(Instant now, Caller by)
    {
        var deleted = new List<KnownBackup>();
        foreach (KnownBackup backup in List(now).Where(shelved => shelved.State == BackupState.Overdue).Select(shelved => shelved.Backup))
        {
            // Another file may lie there meanwhile: that one is not ours.
            if (new FileInfo(backup.Path).Length == backup.Bytes && Tried(() => File.Delete(backup.Path)))
            {
                store.Remove(backup.Id, new Audited(now, by, "backup.deleted"));
                deleted.Add(backup);
            }
        }

        return deleted;
    }

    /// <summary>Writes the privacy record anew into every folder where a backup was written.</summary>
    /// <returns>The folders that are there and could not be written to.</returns>
    public IReadOnlyList<string> WriteRecords()
    {
        lock (_writing)
        {
            PrivacyRecord record = store.Record();
            return [.. record.Backups.Select(backup => Path.GetDirectoryName(backup.Path)!).Distinct(StringComparer.Ordinal)
                .Where(Directory.Exists).Where(folder => !Tried(() => PrivacyRecordFile.Write(folder, record)))];
        }
    }

    /// <summary>Says of an erasure what backups mean for it, once the privacy record beside them is written anew.</summary>
    public ErasureOutcome Told(ErasureOutcome outcome, Instant now)
    {
        IReadOnlyList<string> unrecorded = WriteRecords();
        return outcome with { Backups = List(now), Unrecorded = unrecorded };
    }

    private static BackupState StateOf(KnownBackup backup, Instant now) => (File.Exists(backup.Path), backup.Expires <= now) switch
    {
        (true, false) => BackupState.Kept,
        (false, false) => BackupState.Moved,
        (true, true) => BackupState.Overdue,
        (false, true) => BackupState.Gone,
    };

    private static bool Tried(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
