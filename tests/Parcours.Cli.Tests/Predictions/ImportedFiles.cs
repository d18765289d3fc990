using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Predictions;

/// <summary>Workspaces with a published file each, imported once by the command line and shared by the tests of a class.</summary>
public sealed class ImportedFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-fit-");

    internal static WorkspaceOpener Opener { get; } = new(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true));

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The workspace of a file; skips the test when the file is not on this machine.</summary>
    public string WorkspaceOf(string name)
    {
        string file = TestFile.Required(name);
        string workspace = Path.Combine(_folder.FullName, Path.GetFileNameWithoutExtension(name));
        if (!Directory.Exists(workspace))
        {
            Assert.Equal(ExitCode.Done, new TestRun(Opener).Run("import", file, "--workspace", workspace, "--json"));
        }

        return workspace;
    }
}
