using System.Collections.Immutable;
using System.Text;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>Takes messages that were put aside: read again with the names the workspace knows now, or mended by hand. One at a time.</summary>
/// <param name="live">The workspace.</param>
/// <param name="records">Where they are read from.</param>
/// <param name="reader">Reads messages; made anew for each replay, so that a file of names just mended counts.</param>
/// <param name="sources">Reads what a source sent, by the number it is accounted under; null when the number is a key's.</param>
/// <param name="trustOf">How far the sender of a key's messages is believed.</param>
public sealed class QuarantineReplay(
    LiveWorkspace live, ILiveRecords records, Func<EventReader> reader, Func<QuarantineRow, ReadOnlyMemory<byte>, IngestionAnswer?> sources, Func<int, Trust> trustOf) : IDisposable
{
    private const int AtOnce = 500;

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Takes one message.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="mended">The message as it should have been; null to read it as it came.</param>
    /// <returns>What became of it; null for an unknown number.</returns>
    public async Task<ReplayOutcome?> TakeAsync(long id, string? mended)
    {
        await _one.WaitAsync();
        try
        {
            return records.Quarantined(id) is { } row ? await TakeAsync(row, mended, reader()) : null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Takes all that can be taken, of one reason or of any.</summary>
    /// <param name="reason">The reason they were put aside for; null for any.</param>
    /// <returns>How many were taken, and how many cannot be.</returns>
    public async Task<(int Taken, int Left)> TakeAllAsync(string? reason)
    {
        await _one.WaitAsync();
        try
        {
            EventReader read = reader();
            (int taken, int left) = (0, 0);
            long last = 0;
            while (records.Quarantine(last, AtOnce, withReplayed: false) is { Count: > 0 } rows)
            {
                foreach (QuarantineRow row in rows.Where(row => reason is null || row.Reason == reason))
                {
                    ReplayOutcome outcome = await TakeAsync(row, null, read);
                    taken += outcome.IsTaken ? 1 : 0;
                    left += outcome.IsTaken ? 0 : 1;
                }

                last = rows[^1].Id;
            }

            return (taken, left);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<ReplayOutcome> TakeAsync(QuarantineRow row, string? mended, EventReader read)
    {
        if (row.IsReplayed)
        {
            return new ReplayOutcome(row.Id, false, "already_replayed", "It was taken before.");
        }

        Trust trust = trustOf(row.KeyId);
        byte[] message = Encoding.UTF8.GetBytes(mended ?? row.Raw);
        IngestionAnswer answer = sources(row, message) ?? read.ReadAgain(message, row.ReceivedAt, trust);
        ImmutableArray<Received> messages = answer.Messages;
        if (answer.Refusal is { } refusal)
        {
            return new ReplayOutcome(row.Id, false, refusal.Reason, refusal.Detail);
        }

        if (messages.Select(one => one.Quarantined).OfType<Quarantined>().FirstOrDefault() is { } still)
        {
            return new ReplayOutcome(row.Id, false, still.Reason, still.Detail);
        }

        if (messages.IsEmpty)
        {
            return new ReplayOutcome(row.Id, false, "wrong_shape", "It holds no message.");
        }

        return await live.Replay(row, [.. messages.Select(one => one.Event!)], trust) is { } kept
            ? new ReplayOutcome(row.Id, true, kept.Stored > 0 ? "stored" : "duplicate", kept.Stored > 0 ? "It is stored." : "The message was known: nothing was stored twice.")
            : new ReplayOutcome(row.Id, false, "not_taken", "It names somebody who was erased, or would be one kind too many of the workspace's own.");
    }
}
