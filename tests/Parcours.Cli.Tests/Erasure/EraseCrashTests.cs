using System.Diagnostics;
using System.Globalization;
using System.Text;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Domain.Histories;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Erasure;

/// <summary>An erasure that is killed: at the next start it is finished, or nothing of it was begun.</summary>
public sealed class EraseCrashTests : IDisposable
{
    private const string Email = "canary.killed@example.org";
    private const int Kills = 10;

    private static readonly string[] _canaries = [Email, "CANARY-KILLED-1", "CANARY-ORDER-9", "canary unreadable line"];

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-erase-kill-").FullName;

    private string Workspace => Path.Combine(_folder, "ws");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Killed_erasure_is_finished_at_the_next_start_or_was_not_begun()
    {
        Fill();
        string before = Path.Combine(_folder, "before");
        Copy(Workspace, before);
        var watch = Stopwatch.StartNew();
        Erase().WaitForExit();
        TimeSpan whole = watch.Elapsed;
        int facts = FactsOf(Workspace);
        int finished = 0;
        for (int kill = 1; kill <= Kills; kill++)
        {
            Directory.Delete(Workspace, recursive: true);
            Copy(before, Workspace);
            using (Process process = Erase())
            {
                Wait(process, whole, kill);
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            bool isBegun = IsKnown() is false;
            List<string> held = Held();
            Assert.Equal(isBegun ? [] : _canaries, held);
            Assert.False(File.Exists(Path.Combine(Workspace, "erasing.json")));
            Assert.Equal(isBegun ? facts : FactsOf(before), FactsOf(Workspace));
            finished += isBegun ? 1 : 0;
            using Process again = Erase();
            again.WaitForExit();
            Assert.Equal(isBegun ? ExitCode.Refused : ExitCode.Done, again.ExitCode);
            Assert.Empty(Held());
            Assert.Equal(facts, FactsOf(Workspace));
        }

        Assert.NotEqual(0, finished);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills over {whole.TotalMilliseconds:0} ms: {finished} finished at the next start, {Kills - finished} not begun");
    }

    // Half of them at any moment, half once there is something to finish.
    private void Wait(Process process, TimeSpan whole, int kill)
    {
        if (kill % 2 == 0)
        {
            Thread.Sleep(whole * kill / (Kills + 1));
            return;
        }

        string journal = Path.Combine(Workspace, "erasing.json");
        while (!File.Exists(journal) && !process.HasExited)
        {
            Thread.Yield();
        }

        Thread.Sleep(kill / 2 * 5);
    }

    /// <summary>Starts as a server or a verb that writes does.</summary>
    private bool IsKnown()
    {
        using var store = SqliteStore.Open(Workspace, forWriting: true);
        using var live = LiveWorkspace.Open(store.BeginLive, null);
        return live.Ask(graph => graph.FindAny(Email)).GetAwaiter().GetResult() >= 0;
    }

    private void Fill()
    {
        var text = new StringBuilder("customer,email,order,date,amount\n");
        text.Append(CultureInfo.InvariantCulture, $"CANARY-KILLED-1,{Email},CANARY-ORDER-9,2025-01-05 10:20:30,12.50\n");
        text.Append(CultureInfo.InvariantCulture, $"CANARY-KILLED-1,{Email},canary unreadable line,31/31/2025,1\n");
        for (int i = 0; i < 20_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"n{i % 3000},n{i % 3000}@example.org,o{i},2025-02-{1 + (i % 28):00},{i + 1}.00\n");
        }

        string path = Path.Combine(_folder, "orders.csv");
        File.WriteAllText(path, text.ToString());
        using Process import = Process.Start(ServedWorkspace.Words(["import", path], Workspace))!;
        import.StandardOutput.ReadToEnd();
        import.WaitForExit();
        Assert.Equal(ExitCode.Done, import.ExitCode);
    }

    private Process Erase() => Process.Start(ServedWorkspace.Words(["erase", Email, "--json"], Workspace))!;

    private static int FactsOf(string workspace)
    {
        using var store = SqliteStore.Open(workspace, forWriting: false);
        HistoryBase histories = store.Load(null);
        return (int)histories.FactCount;
    }

    private List<string> Held()
    {
        byte[][] files = [.. Directory.EnumerateFiles(Workspace, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes)];
        return [.. _canaries.Where(canary => files.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0))];
    }

    private static void Copy(string from, string to)
    {
        foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
