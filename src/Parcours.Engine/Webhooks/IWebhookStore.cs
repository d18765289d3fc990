using Parcours.Engine.Access;
using Parcours.Engine.Live;

namespace Parcours.Engine.Webhooks;

/// <summary>Where webhooks are kept, and the transitions they hear of. Any thread may call it; a change is on the disk, with its line in the audit log, when the call returns.</summary>
public interface IWebhookStore : IDisposable
{
    /// <summary>All of them, by number.</summary>
    IReadOnlyList<Webhook> All();

    /// <summary>Keeps a new one under the next number: it hears of what is announced from now on.</summary>
    Webhook Add(Webhook webhook, Audited audited);

    /// <summary>Keeps what an operator changed: secrets, and whether it is disabled.</summary>
    void Save(Webhook webhook, Audited audited);

    /// <summary>Deletes one.</summary>
    void Delete(int id, Audited audited);

    /// <summary>Keeps how far one has heard.</summary>
    /// <param name="disabled">Why it is sent to no more; null leaves that as it is.</param>
    void Save(int id, WebhookProgress progress, string? disabled);

    /// <summary>Transitions announced after one, in the order of their numbers.</summary>
    IReadOnlyList<TransitionRow> TransitionsAfter(long after, int most);
}
