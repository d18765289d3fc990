using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Parcours.Engine.Import;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Sqlite.Importing;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Importing;

/// <summary>An import in a process of its own, which a test may kill: this same program, told by its environment to import and nothing else.</summary>
internal static class ChildImport
{
    private const string Variable = "PARCOURS_TEST_IMPORT";

    /// <summary>What a child that was refused says before the refusal's name.</summary>
    internal const string Refused = "refused ";

    [ModuleInitializer]
    internal static void BeTheChildWhenToldSo()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } order)
        {
            string[] words = order.Split('|');
            Environment.Exit(Run(words[0], Number(words[1]), Number(words[2]), Number(words[3]), waits: words[4] == "1"));
        }
    }

    /// <summary>How many lines of the file lie between two moments that a child tells of.</summary>
    internal const int LinesPerMoment = 400;

    /// <summary>How many moments a child tells of, a line of output each: that it began, some of the file's lines, that it seals, sealed, and is done.</summary>
    internal static int MomentsOf(MadeFacts file) => 4 + (file.Lines / LinesPerMoment);

    /// <summary>Starts a child that waits to be killed once it is done.</summary>
    internal static Process StartToKill(string folder, MadeFacts file, int factsPerCommit) => Start(folder, file, factsPerCommit, 0, waits: true);

    /// <summary>Starts a child.</summary>
    /// <param name="folder">The workspace.</param>
    /// <param name="file">What to import.</param>
    /// <param name="factsPerCommit">How often it makes facts durable.</param>
    /// <param name="largestFileKB">The largest file it may write, in kilobytes; 0 for no limit.</param>
    internal static Process Start(string folder, MadeFacts file, int factsPerCommit, int largestFileKB = 0) => Start(folder, file, factsPerCommit, largestFileKB, waits: false);

    private static Process Start(string folder, MadeFacts file, int factsPerCommit, int largestFileKB, bool waits)
    {
        string program = Environment.ProcessPath!;
        string[] arguments = program.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(ChildImport).Assembly.Location] : [];

        // Without the trap, the system ends a process that writes too far; with it, the write fails as on a full disk.
        ProcessStartInfo start = largestFileKB == 0
            ? new(program, arguments)
            : new("bash", ["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"", largestFileKB.ToString(CultureInfo.InvariantCulture), program, .. arguments]);
        start.RedirectStandardOutput = true;

        // The runtime keeps a large file of its own in memory otherwise, and would hit the limit before we do.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment[Variable] = string.Create(CultureInfo.InvariantCulture, $"{folder}|{file.Lines}|{file.Seed}|{factsPerCommit}|{(waits ? 1 : 0)}");
        return Process.Start(start)!;
    }

    private static int Run(string folder, int lines, int seed, int factsPerCommit, bool waits)
    {
        var file = new MadeFacts("child.csv", lines, seed);
        try
        {
            using var store = SqliteStore.Open(folder, forWriting: true);
            store.Pace = new StagingPace(factsPerCommit, TimeSpan.FromSeconds(1));
            using IImportSession session = store.BeginImport(file.Source);
            Console.Out.WriteLine("begun");
            ImportCounts counts = file.SayTo(session, line =>
            {
                if (line % LinesPerMoment == LinesPerMoment - 1)
                {
                    Console.Out.WriteLine($"line {line}");
                }
            });
            Console.Out.WriteLine("sealing");
            session.Seal(counts);
            Console.Out.WriteLine("sealed");
            store.SaveSnapshot(store.Load(null));
            Console.Out.WriteLine("done");
            if (waits)
            {
                Thread.Sleep(Timeout.Infinite);
            }

            return 0;
        }
        catch (WorkspaceException refused)
        {
            Console.Out.WriteLine(Refused + refused.Refusal.GetType().Name);
            return 1;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
