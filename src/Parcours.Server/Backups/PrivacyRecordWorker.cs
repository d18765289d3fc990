using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parcours.Engine.Backups;

namespace Parcours.Server.Backups;

/// <summary>
/// Writes the privacy record beside the backups soon after the suppression list changed, many changes at once; and at the start, in case a crash came before the last writing.
/// </summary>
internal sealed partial class PrivacyRecordWorker(BackupShelf shelf, ILogger<PrivacyRecordWorker> log) : BackgroundService
{
    private static readonly TimeSpan _gather = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something changed.</summary>
    internal void Ring() => _changed.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Run(Write, CancellationToken.None);
        try
        {
            while (await _changed.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(_gather, stoppingToken);
                _changed.Reader.TryRead(out _);
                await Task.Run(Write, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (_changed.Reader.TryRead(out _))
        {
            Write(); // what changed until now is written before the end
        }
        catch (OperationCanceledException)
        {
            // Nothing changed since.
        }
    }

    private void Write()
    {
        try
        {
            if (shelf.WriteRecords() is { Count: > 0 } folders)
            {
                LogUnwritten(log, folders.Count);
            }
        }
        catch (Exception fault)
        {
            LogFault(log, fault.GetType().FullName);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The privacy record could not be written beside the backups of {Folders} folders")]
    private static partial void LogUnwritten(ILogger log, int folders);

    [LoggerMessage(2, LogLevel.Error, "The privacy record could not be written: {Type}")]
    private static partial void LogFault(ILogger log, string? type);
}
