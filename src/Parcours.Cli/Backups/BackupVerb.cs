using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Backups;

/// <summary><c>parcours backup</c>: saves the workspace in one file, while a server or an import goes on.</summary>
internal sealed class BackupVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<int?> _days;

    public BackupVerb(Language language)
        : base("backup", language, new(
            "Saves the workspace in one file, also while a server writes to it.",
            "Sauvegarde l'espace dans un fichier, même pendant qu'un serveur y écrit."),
            "parcours backup monday.parcours-backup", "parcours backup monday.parcours-backup --keep-days 14")
    {
        _file = AddArgument<string>(language.Say("FILE", "FICHIER"), new("The file to write; it must not exist", "Le fichier à écrire ; il ne doit pas exister"));
        _days = AddOption<int?>("--keep-days", "N", new(
            $"How many days it may be kept, because it holds personal data: {BackupShelf.UsualDays} when not given",
            $"Combien de jours la garder, puisqu'elle contient des données personnelles : {BackupShelf.UsualDays} par défaut"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        string path = Path.GetFullPath(run.Parsed.GetValue(_file)!);
        int days = run.Parsed.GetValue(_days) ?? BackupShelf.UsualDays;
        if (days is < 1 or > BackupShelf.MostDays)
        {
            throw new RefusedException(new Refusal("wrong_usage", new(
                $"--keep-days takes 1 to {BackupShelf.MostDays} days.", $"--keep-days prend de 1 à {BackupShelf.MostDays} jours.")), ExitCode.WrongUsage);
        }

        using IWorkspaceStore store = run.OpenToRead();
        BackupManifest manifest = Backup.Make(run.WorkspaceFolder, store, path, run.Now);
        KnownBackup kept = Register(store, path, manifest, days);
        long bytes = kept.Bytes;
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("file", path);
                json.WriteNumber("bytes", bytes);
                json.WriteString("made", manifest.Made);
                json.WriteString("expires", kept.Expires.ToString());
                json.WriteNumber("files", manifest.Files.Count);
            });
        }
        else
        {
            run.Terminal.Out.WriteLine(run.Language.Say(
                $"{path}: {run.Language.Count(bytes)} bytes, {run.Language.Count(manifest.Files.Count)} files, to be deleted after {days} days. Check it: parcours restore {Path.GetFileName(path)} --verify",
                $"{path} : {run.Language.Count(bytes)} octets, {run.Language.Count(manifest.Files.Count)} fichiers, à supprimer après {days} jours. Vérifiez-la : parcours restore {Path.GetFileName(path)} --verify"));
        }

        return ExitCode.Done;
    }

    // A backup that the workspace does not know would be forgotten when somebody is erased.
    private static KnownBackup Register(IWorkspaceStore store, string path, BackupManifest manifest, int days)
    {
        try
        {
            using IBackupStore backups = store.OpenBackups();
            return new BackupShelf(backups).Register(path, manifest, days, Caller.LocalOwner.Known);
        }
        catch (WorkspaceException)
        {
            File.Delete(path);
            throw;
        }
    }
}
