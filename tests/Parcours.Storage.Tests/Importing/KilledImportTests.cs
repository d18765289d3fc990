using System.Diagnostics;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Importing;

public sealed class KilledImportTests
{
    private const int Kills = 20;

    // A machine busy with something else may be short of time for all the kills.
    private const int FewestKills = 6;
    private const int FactsPerCommit = 900;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(50);
    private static readonly MadeFacts File = new("child.csv", 12_000, Seed: 3);

    [Fact]
    public void Import_killed_at_any_moment_ends_as_one_clean_run()
    {
        const int seed = 20261121;
        TestContext.Current.SendDiagnosticMessage("seed {0}", seed);
        var random = new Random(seed);
        using var clean = new StoreFolder();
        TimeSpan whole = Finish(clean.Path);
        string expected = StoreContent.Of(clean.Path);
        long begun = Stopwatch.GetTimestamp();
        int kills = 0;
        while (kills < FewestKills || (kills < Kills && Stopwatch.GetElapsedTime(begun) < Enough))
        {
            using var folder = new StoreFolder();
            for (int tries = random.Next(1, 5); tries > 0; tries--)
            {
                kills += KillOne(folder.Path, whole * random.NextDouble()) ? 1 : 0;
                OpensAndShowsAllOrNothing(folder.Path);
            }

            Finish(folder.Path);
            Assert.Equal(expected, StoreContent.Of(folder.Path));
        }
    }

    private static bool KillOne(string folder, TimeSpan after)
    {
        using Process child = ChildImport.Start(folder, File, FactsPerCommit);
        child.StandardOutput.ReadLine();
        bool ended = child.WaitForExit(after);
        child.Kill();
        child.WaitForExit();
        return !ended;
    }

    private static TimeSpan Finish(string folder)
    {
        using Process child = ChildImport.Start(folder, File, FactsPerCommit);
        child.StandardOutput.ReadLine();
        long begun = Stopwatch.GetTimestamp();
        string said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, said);
        return Stopwatch.GetElapsedTime(begun);
    }

    private static void OpensAndShowsAllOrNothing(string folder)
    {
        try
        {
            using var store = SqliteStore.Open(folder, forWriting: false);
            long facts = store.Load(null).FactCount;
            Assert.True(facts is 0 or > 11_000, $"{facts} facts are visible");
        }
        catch (WorkspaceException refused)
        {
            // Killed before the file was made.
            Assert.IsType<WorkspaceRefusal.Missing>(refused.Refusal);
        }
    }
}
