namespace Parcours.Server.Webhooks;

/// <summary>A webhook and its secret, shown this once.</summary>
/// <param name="Secret">What signs: <c>whsec_...</c>.</param>
/// <param name="Webhook">The webhook.</param>
internal sealed record NewWebhookAnswer(string Secret, WebhookAnswer Webhook);
