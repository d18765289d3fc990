using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Engine.Backups;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Backups;

/// <summary><c>parcours backup</c>: saves the workspace in one file, while a server or an import goes on.</summary>
internal sealed class BackupVerb : Verb
{
    private readonly Argument<string> _file;

    public BackupVerb(Language language)
        : base("backup", language, new(
            "Saves the workspace in one file, also while a server writes to it.",
            "Sauvegarde l'espace dans un fichier, même pendant qu'un serveur y écrit."),
            "parcours backup monday.parcours-backup") =>
        _file = AddArgument<string>(language.Say("FILE", "FICHIER"), new("The file to write; it must not exist", "Le fichier à écrire ; il ne doit pas exister"));

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        string path = Path.GetFullPath(run.Parsed.GetValue(_file)!);
        BackupManifest manifest;
        using (IWorkspaceStore store = run.OpenToRead())
        {
            manifest = Backup.Make(run.WorkspaceFolder, store, path, run.Now);
        }

        long bytes = new FileInfo(path).Length;
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("file", path);
                json.WriteNumber("bytes", bytes);
                json.WriteString("made", manifest.Made);
                json.WriteNumber("files", manifest.Files.Count);
            });
        }
        else
        {
            run.Terminal.Out.WriteLine(run.Language.Say(
                $"{path}: {run.Language.Count(bytes)} bytes, {run.Language.Count(manifest.Files.Count)} files. Check it: parcours restore {Path.GetFileName(path)} --verify",
                $"{path} : {run.Language.Count(bytes)} octets, {run.Language.Count(manifest.Files.Count)} fichiers. Vérifiez-la : parcours restore {Path.GetFileName(path)} --verify"));
        }

        return ExitCode.Done;
    }
}
