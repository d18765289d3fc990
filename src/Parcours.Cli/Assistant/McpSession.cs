using System.Reflection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Assistant;

/// <summary>One session with an assistant. Apart from the verb, so that the other verbs never load the protocol.</summary>
internal static class McpSession
{
    private const string Instructions =
        "Parcours knows every customer of a company: its facts, the lifecycle stage it is in, why, and what comes next. Every tool only looks. Amounts are in whole units of the currency named beside "
        + "them. Dates are 2026-03-01 (a whole day) or 2026-03-01T12:00:00Z. A share comes with its interval where there is one: tell both.";

    /// <summary>Answers until the assistant goes.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(IAssistantAnswers answers, CancellationToken stop)
    {
        try
        {
            RunAsync(answers, stop).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Interrupted: as good an end as any.
        }

        return ExitCode.Done;
    }

    private static async Task RunAsync(IAssistantAnswers answers, CancellationToken stop)
    {
        string version = typeof(McpSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "parcours", Version = version },
            ServerInstructions = Instructions,
            ToolCollection = [.. new AssistantTools(answers).All()],
        };
        await using var transport = new StdioServerTransport(options);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(stop);
    }
}
