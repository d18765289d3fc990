using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Parcours.Server.Sources.Pulling;

/// <summary>Asks each source when its time has come, one after the other.</summary>
internal sealed partial class PullWorker(SourceBook book, PullBell bell, PullRun run, TimeProvider time, ILogger<PullWorker> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await bell.WaitAsync(Beat, stoppingToken);
                foreach (KeptSource kept in book.All().Where(source => source.IsAsked))
                {
                    if (IsDue(kept))
                    {
                        await AskAsync(kept, stoppingToken);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was read is durable: the next start goes on from there.
        }
    }

    private bool IsDue(KeptSource kept) =>
        bell.Take(kept.Name) || PullState.Read(book.StateOf(kept.Name)) is not { AskedAt: { } asked } || time.GetUtcNow() >= asked + TimeSpan.FromMinutes(kept.EveryMinutes);

    private async Task AskAsync(KeptSource kept, CancellationToken stop)
    {
        try
        {
            if (book.Find(kept.Name) is { } source && (await run.RunAsync(source, stop)).Fault is { } fault)
            {
                LogFault(log, kept.Name, fault);
            }
        }
        catch (Exception fault) when (fault is CryptographicException or SourceException or IOException or InvalidOperationException)
        {
            LogFault(log, kept.Name, fault.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Source {Name} could not be asked to the end: {Fault}")]
    private static partial void LogFault(ILogger log, string name, string fault);
}
