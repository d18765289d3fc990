using System.Globalization;
using System.Runtime;
using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

// Every figure we write for machines is culture-free; what people read names its language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// A verb is done sooner when nothing collects beside it; the server goes back on this once it answers.
GCSettings.LatencyMode = GCLatencyMode.Batch;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C lets the verb end cleanly; the second ends the process.
    press.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};

var workspaces = new WorkspaceOpener(
    folder => SqliteStore.Open(folder, forWriting: false),
    folder => SqliteStore.Open(folder, forWriting: true));
var terminal = Terminal.OfProcess(Environment.GetEnvironmentVariable);
return CommandLineRun.Run(args, new Surroundings(terminal, TimeProvider.System, Environment.GetEnvironmentVariable, workspaces), interrupted.Token);
