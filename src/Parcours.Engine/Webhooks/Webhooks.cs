using System.Collections.Immutable;
using Parcours.Domain.Time;
using Parcours.Engine.Access;

namespace Parcours.Engine.Webhooks;

/// <summary>The webhooks of a workspace: made, listed, changed. Any thread may call it.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="seal">Encrypts a secret.</param>
/// <param name="time">What time it is.</param>
public sealed class Webhooks(IWebhookStore store, Func<string, string> seal, TimeProvider time)
{
    /// <summary>How long the secret before a rotation signs too.</summary>
    public static readonly TimeSpan OldSecretLives = TimeSpan.FromHours(24);

    private readonly Lock _changing = new();
    private volatile TaskCompletionSource _changed = New();

    /// <summary>Ends when something changed. Take it before looking.</summary>
    public Task Changed => _changed.Task;

    /// <summary>All of them, by number.</summary>
    public IReadOnlyList<Webhook> List() => store.All();

    /// <summary>One of them; null for none.</summary>
    public Webhook? Find(int id) => store.All().FirstOrDefault(webhook => webhook.Id == id);

    /// <summary>Makes one.</summary>
    /// <returns>It, and its secret: shown this once.</returns>
    public (Webhook Webhook, string Secret) Create(Uri url, ImmutableArray<string> lifecycles, Caller by)
    {
        string secret = WebhookSignature.NewSecret();
        var progress = new WebhookProgress(0, 0, Instant.Beginning, 0, Instant.Beginning);
        var asked = new Webhook(0, url, lifecycles, seal(secret), null, Instant.Beginning, Now, null, progress);
        Webhook webhook = store.Add(asked, new Audited(Now, by, "webhook.created"));
        Tell();
        return (webhook, secret);
    }

    /// <summary>Gives one a new secret; the old one signs beside it for a day.</summary>
    /// <returns>It, and the new secret: shown this once. Null when there is no such webhook.</returns>
    public (Webhook Webhook, string Secret)? Rotate(int id, Caller by)
    {
        string secret = WebhookSignature.NewSecret();
        Webhook? changed = Change(id, by, "webhook.rotated", webhook => webhook with
        {
            Secret = seal(secret),
            OldSecret = webhook.Secret,
            OldUntil = new Instant(Now.Micros + (long)OldSecretLives.TotalMicroseconds),
        });
        return changed is null ? null : (changed, secret);
    }

    /// <summary>Stops sending to one; what is announced meanwhile waits.</summary>
    public Webhook? Disable(int id, Caller by) => Change(id, by, "webhook.disabled", webhook => webhook with { Disabled = "operator" });

    /// <summary>Sends to one again, from where it was.</summary>
    public Webhook? Enable(int id, Caller by)
    {
        Webhook? changed = Change(id, by, "webhook.enabled", webhook => webhook with { Disabled = null });
        if (changed is not null)
        {
            store.Save(id, changed.Progress with { Attempts = 0, NextTry = Instant.Beginning }, null);
            Tell();
        }

        return changed;
    }

    /// <summary>Deletes one.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(int id, Caller by)
    {
        lock (_changing)
        {
            if (Find(id) is null)
            {
                return false;
            }

            store.Delete(id, new Audited(Now, by, "webhook.deleted"));
        }

        Tell();
        return true;
    }

    private Instant Now => Instant.From(time.GetUtcNow());

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Webhook? Change(int id, Caller by, string action, Func<Webhook, Webhook> change)
    {
        Webhook changed;
        lock (_changing)
        {
            if (Find(id) is not { } webhook)
            {
                return null;
            }

            changed = change(webhook);
            store.Save(changed, new Audited(Now, by, action));
        }

        Tell();
        return changed;
    }

    private void Tell() => Interlocked.Exchange(ref _changed, New()).SetResult();
}
