using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Engine.Workspaces;

// Every figure we write for machines is culture-free; what people read names its language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    // The first Ctrl-C lets the verb end cleanly; the second ends the process.
    press.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};

var workspaces = new WorkspaceOpener(
    folder => throw new WorkspaceException(new WorkspaceRefusal.Missing(folder)),
    folder => throw new WorkspaceException(new WorkspaceRefusal.Missing(folder)));
var terminal = Terminal.OfProcess(Environment.GetEnvironmentVariable);
return CommandLineRun.Run(args, new Surroundings(terminal, TimeProvider.System, Environment.GetEnvironmentVariable, workspaces), interrupted.Token);
