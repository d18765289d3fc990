using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Backups;

/// <summary>Why a backup or a restore says no.</summary>
public abstract record BackupRefusal
{
    private BackupRefusal(string code, LocalText sentence)
    {
        Code = code;
        Sentence = sentence;
    }

    /// <summary>For programs, in snake case.</summary>
    public string Code { get; }

    /// <summary>For people.</summary>
    public LocalText Sentence { get; }

    /// <summary>A file is there already.</summary>
    public sealed record FileExists(string Path) : BackupRefusal("file_exists", new(
        $"{Path} exists already: name another file.", $"{Path} existe déjà : nommez un autre fichier."));

    /// <summary>There is no such file.</summary>
    public sealed record FileMissing(string Path) : BackupRefusal("file_missing", new($"There is no file {Path}.", $"Il n'y a pas de fichier {Path}."));

    /// <summary>The file is no backup, or was cut short.</summary>
    public sealed record NoBackup(string Path) : BackupRefusal("no_backup", new(
        $"{Path} is no backup of Parcours, or was cut short.", $"{Path} n'est pas une sauvegarde de Parcours, ou elle est tronquée."));

    /// <summary>A file in it is not the one that was saved.</summary>
    public sealed record Damaged(string Path, string Name) : BackupRefusal("backup_damaged", new(
        $"{Path} is damaged: {Name} is not what was saved.", $"{Path} est abîmée : {Name} n'est pas ce qui a été sauvegardé."));

    /// <summary>Made by a later version of the product.</summary>
    public sealed record TooNew(string Path, int Format) : BackupRefusal("backup_too_new", new(
        $"{Path} was made by a later version of Parcours (form {Format}): use that version.",
        $"{Path} a été faite par une version plus récente de Parcours (forme {Format}) : utilisez cette version."));

    /// <summary>There is something already where the workspace should be.</summary>
    public sealed record WorkspaceExists(string Folder) : BackupRefusal("workspace_exists", new(
        $"{Folder} is not empty: restore into a new folder (--workspace).", $"{Folder} n'est pas vide : restaurez dans un nouveau dossier (--workspace)."));

    /// <summary>The file is no privacy record, or was cut short.</summary>
    public sealed record NoRecord(string Path) : BackupRefusal("no_privacy_record", new(
        $"{Path} is no privacy record of Parcours, or was cut short: nothing was restored.",
        $"{Path} n'est pas un registre de confidentialité de Parcours, ou il est tronqué : rien n'a été restauré."));

    /// <summary>The record was written for another workspace: its hashes mean nothing here.</summary>
    public sealed record RecordOfAnother(string Path) : BackupRefusal("privacy_record_of_another", new(
        $"{Path} belongs to another workspace than the backup: nothing was restored.",
        $"{Path} appartient à un autre espace que la sauvegarde : rien n'a été restauré."));
}
