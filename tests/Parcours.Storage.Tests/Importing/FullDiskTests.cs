using System.Diagnostics;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Importing;

public sealed class FullDiskTests
{
    private static readonly MadeFacts Small = new("small.csv", 500, Seed: 1);
    private static readonly MadeFacts Large = new("large.csv", 60_000, Seed: 2);

    [Fact]
    public void Import_that_fills_the_disk_is_refused_and_earlier_data_is_intact()
    {
        using var folder = new StoreFolder();
        Assert.SkipUnless(TryRun("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.Path), "needs the right to mount a small disk");
        try
        {
            string before = ContentAfterSmall(folder.Path);
            using (var store = SqliteStore.Open(folder.Path, forWriting: true))
            {
                var refused = Assert.Throws<WorkspaceException>(() => Large.ImportInto(store));
                Assert.IsType<WorkspaceRefusal.DiskFull>(refused.Refusal);
            }

            using var reader = SqliteStore.Open(folder.Path, forWriting: false);
            Assert.Equal(before, BaseText.Of(reader.Load(null)));
            Assert.True(TryRun("mount", "-o", "remount,size=100m", folder.Path));
            using var writer = SqliteStore.Open(folder.Path, forWriting: true);
            Large.ImportInto(writer);
            Assert.InRange(writer.Load(null).FactCount, 58_000, 60_500);
        }
        finally
        {
            TryRun("umount", folder.Path);
        }
    }

    [Fact]
    public void Import_over_the_largest_file_allowed_is_refused_and_resumed_later()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux's limit on the size of files");
        using var folder = new StoreFolder();
        string before = ContentAfterSmall(folder.Path);
        using (Process child = ChildImport.Start(folder.Path, Large, factsPerCommit: 5000, largestFileKB: 2000))
        {
            string said = child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            Assert.EndsWith($"{ChildImport.Refused}{nameof(WorkspaceRefusal.DiskFull)}\n", said, StringComparison.Ordinal);
        }

        using (var reader = SqliteStore.Open(folder.Path, forWriting: false))
        {
            Assert.Equal(before, BaseText.Of(reader.Load(null)));
        }

        using var store = SqliteStore.Open(folder.Path, forWriting: true);
        (Large with { Name = "child.csv" }).ImportInto(store);
        Assert.InRange(store.Load(null).FactCount, 58_000, 60_500);
    }

    private static string ContentAfterSmall(string folder)
    {
        using var store = SqliteStore.Open(folder, forWriting: true);
        Small.ImportInto(store);
        return BaseText.Of(store.Load(null));
    }

    private static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
