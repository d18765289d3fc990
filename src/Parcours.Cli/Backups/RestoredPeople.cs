using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Erasure;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Backups;

/// <summary>Who was kept from coming back with a backup.</summary>
/// <param name="Records">What was read of those erased since: files and folders.</param>
/// <param name="Erased">What was erased anew.</param>
internal sealed record RestoredPeople(IReadOnlyList<string> Records, ErasureOutcome Erased)
{
    /// <summary>Tells a restored workspace what came after its backup, before it stands in its place.</summary>
    /// <param name="run">The run.</param>
    /// <param name="backup">The backup.</param>
    /// <param name="folder">The restored workspace.</param>
    /// <param name="named">What was named of those erased since; null for nothing.</param>
    /// <exception cref="BackupException">What was named is no such thing, or is of another workspace.</exception>
    public static RestoredPeople Prepare(VerbRun run, string backup, string folder, string? named)
    {
        using IWorkspaceStore store = run.OpenToWrite(folder);
        string secret;
        using (IBackupStore backups = store.OpenBackups())
        {
            secret = backups.Record().Secret;
        }

        var records = new Dictionary<string, PrivacyRecord>(StringComparer.Ordinal);
        string beside = Path.Combine(Path.GetDirectoryName(backup)!, PrivacyRecordFile.NameOf(secret));
        if (File.Exists(beside))
        {
            records[beside] = PrivacyRecordFile.Read(beside);
        }

        if (named is not null)
        {
            string path = Path.GetFullPath(named);
            records[path] = Read(run, path);
        }

        string? other = records.FirstOrDefault(record => record.Value.Secret != secret).Key;
        return other is null
            ? new RestoredPeople([.. records.Keys], RestoredPrivacy.Apply(store, [.. records.Values], run.Now, Caller.LocalOwner.Known))
            : throw new BackupException(new BackupRefusal.RecordOfAnother(other));
    }

    /// <summary>Writes it for people.</summary>
    public void Write(VerbRun run)
    {
        if (Records.Count == 0)
        {
            run.Terminal.Error.WriteLine(run.Language.Say(
                $"Nothing says who was erased since the backup: no {PrivacyRecordFile.Ending} file lies beside it. People erased since then are back; to prevent it, restore again with --erased.",
                $"Rien ne dit qui a été effacé depuis la sauvegarde : aucun fichier {PrivacyRecordFile.Ending} n'est à côté d'elle. Les personnes effacées depuis sont revenues ; pour l'éviter, restaurez à nouveau avec --erased."));
        }

        if (Erased.People > 0)
        {
            run.Terminal.Out.WriteLine(run.Language.Say(
                $"Erased again: {run.Language.Count(Erased.People)} people who were erased since the backup.",
                $"Effacé à nouveau : {run.Language.Count(Erased.People)} personnes qui l'avaient été depuis la sauvegarde."));
        }

        foreach (string path in Erased.Elsewhere)
        {
            run.Terminal.Out.WriteLine(run.Language.Say($"Still names them, and is yours to delete: {path}", $"Les nomme encore, à supprimer par vos soins : {path}"));
        }
    }

    /// <summary>Writes it for machines.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteTexts("erased_since", Records);
        json.WriteNumber("erased_again", Erased.People);
    }

    private static PrivacyRecord Read(VerbRun run, string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? PrivacyRecordFile.Read(path) : throw new BackupException(new BackupRefusal.FileMissing(path));
        }

        using IWorkspaceStore store = run.OpenToRead(path);
        using IBackupStore backups = store.OpenBackups();
        return backups.Record();
    }
}
