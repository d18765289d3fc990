using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Samples;

public sealed class DemoVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-demo-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    private string Workspace => Path.Combine(_folder, "shop");

    private string Report => Path.Combine(_folder, "report.html");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Demo_makes_the_shop_shows_its_lifecycle_and_writes_the_report()
    {
        Assert.Equal(ExitCode.Done, Demo("--customers", "400"));

        Assert.Contains("Sample shop:", _run.Out);
        Assert.Contains("$ parcours lifecycle show crm-segments --at 2026-10-31", _run.Out);
        Assert.Contains("Active", _run.Out);
        Assert.True(new FileInfo(Report).Length > 1_000);
    }

    [Fact]
    public void Demo_run_again_gives_the_same_lifecycle_and_report()
    {
        Demo("--customers", "200");
        string lifecycle = _run.Out[_run.Out.IndexOf('$', StringComparison.Ordinal)..];
        byte[] report = File.ReadAllBytes(Report);

        Assert.Equal(ExitCode.Done, Demo("--customers", "200"));
        Assert.Contains("already", _run.Out);
        Assert.Equal(lifecycle, _run.Out[_run.Out.IndexOf('$', StringComparison.Ordinal)..]);
        Assert.Equal(report, File.ReadAllBytes(Report));
    }

    [Fact]
    public void Demo_does_not_start_afresh_a_folder_that_was_named()
    {
        Demo("--customers", "20");

        Assert.Equal(ExitCode.Refused, Demo("--customers", "20", "--seed", "9"));
        Assert.Contains("another sample shop", _run.Error);
    }

    [Fact]
    public void Demo_speaks_french()
    {
        Assert.Equal(ExitCode.Done, Demo("--customers", "200", "--lang", "fr"));
        Assert.Contains("Magasin d'exemple", _run.Out);
        Assert.Contains("Actif", _run.Out);
    }

    private int Demo(params string[] words) => _run.Run(["demo", "--workspace", Workspace, "-o", Report, "--no-serve", .. words]);
}
