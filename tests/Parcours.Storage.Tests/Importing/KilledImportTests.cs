using System.Diagnostics;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Importing;

public sealed class KilledImportTests
{
    private const int Kills = 20;
    private const int FactsPerCommit = 400;
    private static readonly MadeFacts File = new("child.csv", 6_000, Seed: 3);

    [Fact]
    public void Import_killed_at_any_moment_ends_as_one_clean_run()
    {
        const int seed = 20261121;
        TestContext.Current.SendDiagnosticMessage("seed {0}", seed);
        var random = new Random(seed);
        using var clean = new StoreFolder();
        Finish(clean.Path);
        string expected = StoreContent.Of(clean.Path);
        for (int kills = 0; kills < Kills;)
        {
            using var folder = new StoreFolder();
            for (int tries = Math.Min(random.Next(1, 6), Kills - kills); tries > 0; tries--)
            {
                Kill(folder.Path, random.Next(ChildImport.MomentsOf(File) + 1), TimeSpan.FromMilliseconds(random.Next(20)));
                kills++;
                OpensAndShowsAllOrNothing(folder.Path);
            }

            Finish(folder.Path);
            Assert.Equal(expected, StoreContent.Of(folder.Path));
        }
    }

    /// <summary>Kills a child some time after it told of so many moments. It waits for that when it is done, so it is always alive.</summary>
    private static void Kill(string folder, int moments, TimeSpan after)
    {
        using Process child = ChildImport.StartToKill(folder, File, FactsPerCommit);
        for (; moments > 0; moments--)
        {
            Assert.NotNull(child.StandardOutput.ReadLine());
        }

        Assert.False(child.WaitForExit(after));
        child.Kill();
        child.WaitForExit();
    }

    private static void Finish(string folder)
    {
        using Process child = ChildImport.Start(folder, File, FactsPerCommit);
        string said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, said);
    }

    private static void OpensAndShowsAllOrNothing(string folder)
    {
        try
        {
            using var store = SqliteStore.Open(folder, forWriting: false);
            long facts = store.Load(null).FactCount;
            Assert.True(facts is 0 or > 5_500, $"{facts} facts are visible");
        }
        catch (WorkspaceException refused)
        {
            // Killed before the file was made.
            Assert.IsType<WorkspaceRefusal.Missing>(refused.Refusal);
        }
    }
}
