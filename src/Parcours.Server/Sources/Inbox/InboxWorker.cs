using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parcours.Server.Hosting;

namespace Parcours.Server.Sources.Inbox;

/// <summary>Looks into the watched folder every few seconds.</summary>
internal sealed partial class InboxWorker(InboxFolder inbox, ServerOptions options, ILogger<InboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.WatchesInbox)
        {
            return;
        }

        using var timer = new PeriodicTimer(Beat);
        try
        {
            do
            {
                try
                {
                    inbox.Look();
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
                {
                    LogFault(log, fault.GetType().Name);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A file that is being imported stays where it is: the next start takes it again, and nothing of it counts twice.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The folder inbox cannot be used: {Fault}")]
    private static partial void LogFault(ILogger log, string fault);
}
