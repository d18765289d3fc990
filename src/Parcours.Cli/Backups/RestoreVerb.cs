using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Backups;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Backups;

/// <summary><c>parcours restore</c>: makes a workspace of a backup, or only tries whether that would work.</summary>
internal sealed class RestoreVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<bool> _verify;

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
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        string path = Path.GetFullPath(run.Parsed.GetValue(_file)!);
        if (!run.Parsed.GetValue(_verify))
        {
            return Say(run, Restore.Into(path, run.WorkspaceFolder), run.WorkspaceFolder, restored: true);
        }

        DirectoryInfo trial = Directory.CreateTempSubdirectory("parcours-verify-");
        try
        {
            return Say(run, Restore.Into(path, trial.FullName), trial.FullName, restored: false);
        }
        finally
        {
            Directory.Delete(trial.FullName, recursive: true);
        }
    }

    // Everything is read once: a backup that cannot be read is no backup.
    private static int Say(VerbRun run, BackupManifest manifest, string folder, bool restored)
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
                json.WriteString("workspace", restored ? folder : null);
            });
        }
        else
        {
            string counts = run.Language.Say(
                $"{run.Language.Count(histories.FactCount)} facts of {run.Language.Count(histories.Subjects.Present)} subjects, as of {manifest.Made}",
                $"{run.Language.Count(histories.FactCount)} événements de {run.Language.Count(histories.Subjects.Present)} sujets, au {manifest.Made}");
            run.Terminal.Out.WriteLine(restored
                ? run.Language.Say($"Restored in {folder}: {counts}.", $"Restauré dans {folder} : {counts}.")
                : run.Language.Say($"The backup is whole and can be read: {counts}.", $"La sauvegarde est entière et lisible : {counts}."));
        }

        return ExitCode.Done;
    }
}
