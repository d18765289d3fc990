using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Parcours.Cli.Import;

/// <summary>The executable, killed while it imports.</summary>
public sealed class KilledImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-killed-").FullName;

    [Fact]
    public void Import_killed_twice_and_run_again_ends_as_one_clean_run()
    {
        string file = Path.Combine(_folder, "orders.csv");
        File.WriteAllText(file, Orders(60_000));

        Kill(file, "killed", 150);
        Kill(file, "killed", 450);
        string resumed = Answer("import", file, "--workspace", Path.Combine(_folder, "killed"), "--json");
        string clean = Answer("import", file, "--workspace", Path.Combine(_folder, "clean"), "--json");

        Assert.Equal(clean[..clean.IndexOf(",\"facts\"", StringComparison.Ordinal)], resumed[..resumed.IndexOf(",\"facts\"", StringComparison.Ordinal)]);
        Assert.Equal(Rfm("clean"), Rfm("killed"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Rfm(string workspace) => Answer("rfm", "--at", "2024-01-01", "--workspace", Path.Combine(_folder, workspace), "--json");

    /// <summary>Kills an import so long after it opened its workspace; when it ended before that, begins the workspace anew and kills sooner.</summary>
    private void Kill(string file, string workspace, int milliseconds)
    {
        string folder = Path.Combine(_folder, workspace);
        for (; ; milliseconds /= 2)
        {
            using Process process = Run("import", file, "--workspace", folder, "--json");
            while (!process.HasExited && !File.Exists(Path.Combine(folder, "parcours.writer")))
            {
                Thread.Sleep(1);
            }

            if (!process.WaitForExit(milliseconds))
            {
                process.Kill();
                process.WaitForExit();
                return;
            }

            Assert.Equal(0, process.ExitCode);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Answer(params string[] arguments)
    {
        using Process process = Run(arguments);
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return answer;
    }

    private static Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "parcours.exe" : "parcours"), arguments) { RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        return Process.Start(start)!;
    }

    private static string Orders(int lines)
    {
        var text = new StringBuilder("order,customer,date,product,quantity,price\n");
        for (int i = 0; i < lines; i++)
        {
            int order = i / 3;
            text.Append(CultureInfo.InvariantCulture, $"O{order},C{order * 7919 % 9000},20{10 + (order % 10)}-0{1 + (order % 9)}-1{order % 9},P{i % 500},{(i % 50 == 0 ? -1 : 1 + (i % 3))},{1 + (i % 97)}.{10 + (i % 89)}\n");
            if (i % 997 == 0)
            {
                text.Append("broken,line\n");
            }
        }

        return text.ToString();
    }
}
