using Microsoft.Extensions.Hosting;
using Parcours.Domain.Time;
using Parcours.Engine.Live;
using Parcours.Engine.Webhooks;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;

namespace Parcours.Server.Webhooks;

/// <summary>
/// Sends announced transitions to every webhook: in order, each at least once. Each webhook has its own cursor on the disk and waits for nobody else. What failed is sent
/// again until it is taken; nothing after it goes before it.
/// </summary>
internal sealed class WebhookWorker(
    Engine.Webhooks.Webhooks webhooks, IWebhookStore store, WebhookSender sender, LiveLifecycles stages, ServerOptions options, TimeProvider time) : BackgroundService
{
    private const int Gone = 410;
    private const int AtOnce = 100;
    private static readonly TimeSpan _longestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _shortestSleep = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var following = new Dictionary<int, Task>();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                Task changed = webhooks.Changed;
                foreach (Webhook webhook in webhooks.List())
                {
                    if (!following.TryGetValue(webhook.Id, out Task? task) || task.IsCompleted)
                    {
                        following[webhook.Id] = FollowAsync(webhook.Id, stoppingToken);
                    }
                }

                await Task.WhenAny(changed, Task.Delay(_longestSleep, stoppingToken)); // one that ended while it was enabled again is found then
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is under way is cancelled too: its cursor did not move, so it is sent again at the next start.
        }

        await Task.WhenAll(following.Values);
    }

    private async Task FollowAsync(int id, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                Task next = stages.Next;
                Task changed = webhooks.Changed;
                if (webhooks.Find(id) is not { Disabled: null } webhook)
                {
                    return;
                }

                TimeSpan? sleep = await StepAsync(webhook, stop);
                if (sleep is { } wait)
                {
                    await Task.WhenAny(next, changed, Task.Delay(wait, stop));
                    stop.ThrowIfCancellationRequested();
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server stops.
        }
        catch (WorkspaceException)
        {
            // The store cannot be read now: the next look begins anew.
        }
    }

    /// <summary>Sends what there is.</summary>
    /// <returns>How long to sleep when nothing happens; null when there is more at once.</returns>
    private async Task<TimeSpan?> StepAsync(Webhook webhook, CancellationToken stop)
    {
        WebhookProgress progress = webhook.Progress;
        if (progress.NextTry > Now)
        {
            var left = TimeSpan.FromMicroseconds(progress.NextTry.Micros - Now.Micros);
            return left < _shortestSleep ? _shortestSleep : left < _longestSleep ? left : _longestSleep;
        }

        IReadOnlyList<TransitionRow> rows = store.TransitionsAfter(progress.Cursor, AtOnce);
        foreach (TransitionRow row in rows)
        {
            bool isForIt = webhook.Lifecycles.IsEmpty || webhook.Lifecycles.Contains(row.Lifecycle);
            if (isForIt)
            {
                int status = await sender.SendAsync(webhook, WebhookMessage.IdOf(row), WebhookMessage.Of(row), stop);
                if (!WebhookSender.IsTaken(status))
                {
                    Failed(webhook, progress, status);
                    return TimeSpan.Zero;
                }

                progress = new WebhookProgress(row.Id, 0, Instant.Beginning, status, Now);
                Save(webhook.Id, progress, null);
            }
            else
            {
                progress = progress with { Cursor = row.Id };
            }
        }

        if (rows.Count > 0)
        {
            Save(webhook.Id, progress, null);
        }

        return rows.Count == AtOnce ? null : _longestSleep;
    }

    private void Failed(Webhook webhook, WebhookProgress progress, int status)
    {
        int attempts = progress.Attempts + 1;
        TimeSpan? wait = options.WebhookRetries.After(attempts, Random.Shared.NextDouble());
        Instant next = wait is { } after ? new Instant(Now.Micros + (long)after.TotalMicroseconds) : Instant.Beginning;
        Save(webhook.Id, new WebhookProgress(progress.Cursor, attempts, next, status, Now), status == Gone ? "gone" : wait is null ? "failing" : null);
    }

    // A full disk stops no webhook: what cannot be noted is sent again, and ids tell that it was.
    private void Save(int id, WebhookProgress progress, string? disabled)
    {
        try
        {
            store.Save(id, progress, disabled);
        }
        catch (WorkspaceException)
        {
            Thread.Sleep(_shortestSleep);
        }
    }

    private Instant Now => Instant.From(time.GetUtcNow());
}
