using System.Runtime;
using System.Runtime.InteropServices;
using Parcours.Cli.Frame;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;

namespace Parcours.Cli.Serving;

/// <summary>Runs the server until Ctrl-C or SIGTERM. Apart from the verb, so that the other verbs never load a web server.</summary>
internal static class Serving
{
    /// <summary>Runs it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(VerbRun run, ServeOptions typed)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Cancellation);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true; // the process ends by itself, once what is under way is done
            stop.Cancel();
        });
        var options = new ServerOptions
        {
            Workspace = run.WorkspaceFolder,
            Port = typed.Port ?? ServerOptions.DefaultPort,
            Listen = typed.Listen,
            PublicAddress = typed.PublicAddress,
            TracesTo = typed.TracesTo,
            Ingestion = typed.Ingestion,
            Live = typed.Live,
        };
        options = typed.DiskFloor is { } megabytes ? options with { DiskFloorBytes = (long)megabytes << 20 } : options;
        using IWorkspaceStore store = run.OpenToWrite();
        try
        {
            RunAsync(run, options, store, stop.Token).GetAwaiter().GetResult();
            return ExitCode.Done;
        }
        catch (ServerStartException fault)
        {
            return run.Refuse("server_cannot_start", new($"The server cannot start: {fault.Message}.", $"Le serveur ne peut pas démarrer : {fault.Message}."));
        }
    }

    private static async Task RunAsync(VerbRun run, ServerOptions options, IWorkspaceStore store, CancellationToken stop)
    {
        await using ParcoursServer server = await ParcoursServer.StartAsync(options, store, run.Time);
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency; // the base is large and lives long: it is collected beside the requests
        Announce(run, server);
        await server.RunAsync(stop);
    }

    private static void Announce(VerbRun run, ParcoursServer server)
    {
        string address = server.Address.GetLeftPart(UriPartial.Authority);
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("address", address);
                json.WriteString("workspace", run.WorkspaceFolder);
                json.WriteString("setup", server.SetUpAddress?.AbsoluteUri);
            });
        }
        else
        {
            run.Terminal.Out.WriteLine(run.Language.Say($"Parcours listens on {address} (workspace {run.WorkspaceFolder}). Ctrl-C stops it.",
                $"Parcours écoute sur {address} (espace {run.WorkspaceFolder}). Ctrl-C l'arrête."));
            if (server.SetUpAddress is { } setUp)
            {
                run.Terminal.Out.WriteLine(run.Language.Say($"Become its owner within the hour, once: {setUp.AbsoluteUri}",
                    $"Devenez-en propriétaire dans l'heure, une seule fois : {setUp.AbsoluteUri}"));
            }
        }

        run.Terminal.Out.Flush();
    }
}
