using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Domain.Segments;
using Parcours.Engine.Access;
using Parcours.Engine.Webhooks;
using Parcours.Server.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Live;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Webhooks;

/// <summary>Outgoing webhooks: made, listed, changed, tried.</summary>
internal static class WebhookRoutes
{
    private const int LongestUrl = 2000;

    private static readonly Callers _callers = Callers.Operators(Role.Owner, Scope.WebhooksWrite);

    private static readonly Problem _badUrl = new(StatusCodes.Status422UnprocessableEntity, "webhook_url_invalid", new(
        "The address must begin with https:// and name a host on the internet, without a user or password.",
        "L'adresse doit commencer par https:// et nommer une machine d'internet, sans utilisateur ni mot de passe."));

    private static readonly Problem _badLifecycle = new(StatusCodes.Status422UnprocessableEntity, "webhook_lifecycle_unknown", new(
        "No transition of such a lifecycle is announced: see GET /api/lifecycles; a segment is written segment:NAME.",
        "Aucun changement de phase n'est annoncé pour un tel cycle de vie : voir GET /api/lifecycles ; un segment s'écrit segment:NOM."));

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/webhooks", _callers, List).Describe("Webhooks", "All webhooks, by number, and how far each has heard.");
        routes.Post("/api/webhooks", _callers, Create).Describe("Webhooks", "Makes a webhook. The answer is the only one that shows its secret.").ShowsSecret();
        routes.Post("/api/webhooks/{id:int}/rotate", _callers, Rotate).Describe("Webhooks", "Gives it a new secret; the old one signs beside it for 24 hours.").ShowsSecret();
        routes.Post("/api/webhooks/{id:int}/disable", _callers, Disable).Describe("Webhooks", "Stops sending to it; what is announced meanwhile waits.");
        routes.Post("/api/webhooks/{id:int}/enable", _callers, Enable).Describe("Webhooks", "Sends to it again, from where it was.");
        routes.Post("/api/webhooks/{id:int}/test", _callers, TestAsync).Describe("Webhooks", "Sends it a message of type test and says what it answered.");
        routes.Delete("/api/webhooks/{id:int}", _callers, Delete).Describe("Webhooks", "Deletes it.");
    }

    private static Results<Ok<Page<WebhookAnswer>>, Problem> List(Engine.Webhooks.Webhooks webhooks, int? limit, string? cursor) =>
        Paging.Read(limit, cursor) is { } asked
            ? TypedResults.Ok(Paging.Of(webhooks.List().Where(webhook => webhook.Id > asked.AfterNumber(0)), asked, webhook => webhook.Id, WebhookAnswer.Of))
            : Paging.Refused;

    private static Results<Created<NewWebhookAnswer>, Problem> Create(
        WebhookAsked asked, Engine.Webhooks.Webhooks webhooks, LiveState live, ServerOptions options, HttpContext context)
    {
        if (!Uri.TryCreate(asked.Url, UriKind.Absolute, out Uri? url) || url.UserInfo.Length > 0 || asked.Url.Length > LongestUrl
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && options.WebhooksReachPrivateAddresses)))
        {
            return _badUrl;
        }

        if (asked.Lifecycles?.Except(live.Lifecycles.Lifecycles.Concat(live.Segments.Names.Select(name => SegmentDefinition.Prefix + name)), StringComparer.Ordinal).Any() == true)
        {
            return _badLifecycle;
        }

        (Webhook webhook, string secret) = webhooks.Create(url, [.. asked.Lifecycles ?? []], context.Caller());
        return TypedResults.Created($"/api/webhooks/{webhook.Id}", new NewWebhookAnswer(secret, WebhookAnswer.Of(webhook)));
    }

    private static Results<Ok<NewWebhookAnswer>, Problem> Rotate(int id, Engine.Webhooks.Webhooks webhooks, HttpContext context) =>
        webhooks.Rotate(id, context.Caller()) is var (webhook, secret) ? TypedResults.Ok(new NewWebhookAnswer(secret, WebhookAnswer.Of(webhook))) : Problem.NotFound;

    private static Results<Ok<WebhookAnswer>, Problem> Disable(int id, Engine.Webhooks.Webhooks webhooks, HttpContext context) => Shown(webhooks.Disable(id, context.Caller()));

    private static Results<Ok<WebhookAnswer>, Problem> Enable(int id, Engine.Webhooks.Webhooks webhooks, HttpContext context) => Shown(webhooks.Enable(id, context.Caller()));

    private static async Task<Results<Ok<TestAnswer>, Problem>> TestAsync(
        int id, Engine.Webhooks.Webhooks webhooks, WebhookSender sender, TimeProvider time, CancellationToken gone)
    {
        if (webhooks.Find(id) is not { } webhook)
        {
            return Problem.NotFound;
        }

        byte[] body = WebhookMessage.Test(Domain.Time.Instant.From(time.GetUtcNow()).ToString());
        int status = await sender.SendAsync(webhook, $"test_{Guid.NewGuid():N}", body, gone);
        return TypedResults.Ok(new TestAnswer(WebhookSender.IsTaken(status), status == 0 ? null : status));
    }

    private static Results<NoContent, Problem> Delete(int id, Engine.Webhooks.Webhooks webhooks, HttpContext context) =>
        webhooks.Delete(id, context.Caller()) ? TypedResults.NoContent() : Problem.NotFound;

    private static Results<Ok<WebhookAnswer>, Problem> Shown(Webhook? webhook) => webhook is null ? Problem.NotFound : TypedResults.Ok(WebhookAnswer.Of(webhook));

    /// <summary>What is asked of a new webhook.</summary>
    /// <param name="Url">The address.</param>
    /// <param name="Lifecycles">The lifecycles it hears of, and segments as <c>segment:NAME</c>; none or left out for all.</param>
    internal sealed record WebhookAsked(string Url, IReadOnlyList<string>? Lifecycles = null);

    /// <summary>What a webhook answered.</summary>
    /// <param name="Taken">Whether it took the message.</param>
    /// <param name="Status">The HTTP status; null when there was no answer.</param>
    internal sealed record TestAnswer(bool Taken, int? Status);
}
