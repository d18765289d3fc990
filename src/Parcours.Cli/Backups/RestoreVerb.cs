using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Backups;
using Parcours.Engine.Erasure;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Backups;

/// <summary><c>parcours restore</c>: makes a workspace of a backup, or only tries whether that would work.</summary>
internal sealed class RestoreVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<bool> _verify;
    private readonly Option<string?> _erased;

    public RestoreVerb(Language language)
        : base("restore", language, new(
            "Makes a workspace of a backup, in a folder that is empty or missing.",
            "Recrée un espace à partir d'une sauvegarde, dans un dossier vide ou absent."),
            "parcours restore monday.parcours-backup --workspace parcours-restored",
            "parcours restore monday.parcours-backup --verify")
    {
        _file = AddArgument<string>(language.Say("FILE", "FICHIER"), new("The backup", "La sauvegarde"));
        _verify = AddOption<bool>("--verify", null, new(
            "Only tries: restores into a temporary folder, reads everything, and leaves nothing behind",
            "Essaie seulement : restaure dans un dossier temporaire, lit tout, et ne laisse rien"));
        _erased = AddOption<string?>("--erased", language.Say("FILE|FOLDER", "FICHIER|DOSSIER"), new(
            $"Who was erased since the backup: a {PrivacyRecordFile.Ending} file, or the workspace that the backup is of. One beside the backup is read without being named",
            $"Qui a été effacé depuis la sauvegarde : un fichier {PrivacyRecordFile.Ending}, ou l'espace dont vient la sauvegarde. Celui qui est à côté d'elle est lu sans être nommé"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        string path = Path.GetFullPath(run.Parsed.GetValue(_file)!);
        if (!run.Parsed.GetValue(_verify))
        {
            RestoredPeople people = null!;
            BackupManifest manifest = Restore.Into(path, run.WorkspaceFolder, folder => people = RestoredPeople.Prepare(run, path, folder, run.Parsed.GetValue(_erased)));
            return Say(run, manifest, run.WorkspaceFolder, people);
        }

        DirectoryInfo trial = Directory.CreateTempSubdirectory("parcours-verify-");
        try
        {
            return Say(run, Restore.Into(path, trial.FullName), trial.FullName, null);
        }
        finally
        {
            Directory.Delete(trial.FullName, recursive: true);
        }
    }

    // Everything is read once: a backup that cannot be read is no backup.
    private static int Say(VerbRun run, BackupManifest manifest, string folder, RestoredPeople? people)
    {
        HistoryBase histories;
        using (IWorkspaceStore store = run.OpenToRead(folder))
        {
            histories = store.Load(null);
        }

        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("made", manifest.Made);
                json.WriteNumber("files", manifest.Files.Count);
                json.WriteNumber("subjects", histories.Subjects.Present);
                json.WriteNumber("facts", histories.FactCount);
                json.WriteString("workspace", people is null ? null : folder);
                people?.Write(json);
            });
        }
        else
        {
            string counts = run.Language.Say(
                $"{run.Language.Count(histories.FactCount)} facts of {run.Language.Count(histories.Subjects.Present)} subjects, as of {manifest.Made}",
                $"{run.Language.Count(histories.FactCount)} événements de {run.Language.Count(histories.Subjects.Present)} sujets, au {manifest.Made}");
            run.Terminal.Out.WriteLine(people is not null
                ? run.Language.Say($"Restored in {folder}: {counts}.", $"Restauré dans {folder} : {counts}.")
                : run.Language.Say($"The backup is whole and can be read: {counts}.", $"La sauvegarde est entière et lisible : {counts}."));
            people?.Write(run);
        }

        return ExitCode.Done;
    }
}
