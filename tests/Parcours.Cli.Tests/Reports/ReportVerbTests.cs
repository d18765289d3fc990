using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Reports;

public sealed class ReportVerbTests : IDisposable
{
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(BaseStore.Orders(
        ("anna", [("2024-01-01", 1050), ("2025-03-02", 1000)]),
        ("boris", [("2025-01-10", 250)])));

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Report_is_one_page_in_the_language_asked_for()
    {
        string file = Path.Combine(_folder, "deep", "r.html");
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Done, run.Run("report", "-o", file, "--at", "2025-06-30", "--lang", "fr"));
        string page = File.ReadAllText(file);
        Assert.Contains("lang=\"fr\"", page, StringComparison.Ordinal);
        Assert.Contains("30\u00a0juin 2025", page, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public void Report_for_machines_names_its_file()
    {
        string file = Path.Combine(_folder, "r.html");
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Done, run.Run("report", "-o", file, "--at", "2025-06-30", "--lifecycle", "relation", "--json"));
        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(file, answer.GetProperty("file").GetString());
        Assert.Equal("relation", answer.GetProperty("lifecycle").GetString());
        Assert.Equal(new FileInfo(file).Length, answer.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public void Unknown_lifecycle_and_a_folder_for_a_file_are_refused()
    {
        var run = new TestRun(Shop);
        Assert.Equal(ExitCode.Refused, run.Run("report", "-o", Path.Combine(_folder, "r.html"), "--lifecycle", "crm-segment"));
        Assert.Equal(ExitCode.Refused, new TestRun(Shop).Run("report", "-o", _folder));
    }
}
