using System.Diagnostics;

namespace Parcours.Cli.Docs;

/// <summary>
/// Every <c>sh</c> block of the README and of docs/ is run, a document's blocks one after the other in a folder of its own that holds a small
/// <c>orders.csv</c> and the launcher. What should not be run (./test, for one) is fenced <c>console</c>.
/// </summary>
public sealed class DocumentTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(3);

    public static TheoryData<string> Documents { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Where(path => DocumentBlocks.ShellOf(path).Length > 0)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_blocks_run_as_written(string document)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the documents speak to a Unix shell");
        var script = DocumentBlocks.ShellOf(Path.Combine(Repository.Root, document));
        var folder = Directory.CreateTempSubdirectory("parcours-docs-");
        try
        {
            File.Copy(Path.Combine(Repository.Root, "tests/Parcours.Cli.Tests/Docs/orders.csv"), Path.Combine(folder.FullName, "orders.csv"));
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "parcours"), Executable);

            var (code, said) = Run(folder.FullName, "bash", "-euo", "pipefail", "-c", script);

            Assert.True(code == 0, $"{document} ended with {code}:\n{said}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Executable => Path.Combine(AppContext.BaseDirectory, "parcours");

    private static (int Code, string Said) Run(string folder, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("PARCOURS_WORKSPACE");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
