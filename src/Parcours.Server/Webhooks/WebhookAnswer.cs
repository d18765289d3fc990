using Parcours.Domain.Time;
using Parcours.Engine.Webhooks;

namespace Parcours.Server.Webhooks;

/// <summary>A webhook as answers show it: never its secret.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Url">The address.</param>
/// <param name="Lifecycles">The lifecycles it hears of; empty for all.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Disabled">Why nothing is sent: operator, gone or failing; null while it is sent to.</param>
/// <param name="Cursor">The number of the last transition it has.</param>
/// <param name="Failures">How often the next one failed in a row.</param>
/// <param name="NextTry">When it is tried again; null when nothing failed.</param>
/// <param name="LastStatus">The HTTP status of the last answer; null before the first, 0 for none.</param>
/// <param name="OldSecretUntil">Until when the secret before the last rotation signs too; null for none.</param>
internal sealed record WebhookAnswer(
    int Id, string Url, IReadOnlyList<string> Lifecycles, Instant Created, string? Disabled, long Cursor, int Failures, Instant? NextTry, int? LastStatus, Instant? OldSecretUntil)
{
    internal static WebhookAnswer Of(Webhook webhook)
    {
        WebhookProgress progress = webhook.Progress;
        return new(
            webhook.Id, webhook.Url.AbsoluteUri, webhook.Lifecycles, webhook.Created, webhook.Disabled, progress.Cursor, progress.Attempts,
            progress.Attempts > 0 && webhook.Disabled is null ? progress.NextTry : null,
            progress.LastTry == Instant.Beginning ? null : progress.LastStatus,
            webhook.OldSecret is null ? null : webhook.OldUntil);
    }
}
