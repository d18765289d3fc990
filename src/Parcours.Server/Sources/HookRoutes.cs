using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Sources;
using Parcours.Engine.Workspaces;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Sources;

/// <summary>Where the webhooks of other tools arrive. Whoever knows the secret may send: the signature is checked over the body as it came, before anything reads it.</summary>
internal static class HookRoutes
{
    private const string MappedSignature = "X-Signature";
    private const string MappedSignatureOfGitHub = "X-Hub-Signature-256";

    private static readonly Problem WrongSignature = new(StatusCodes.Status401Unauthorized, "wrong_signature", new("The signature is missing, or made with another secret or over another body.", "La signature manque, ou est faite avec un autre secret ou sur un autre corps."));
    private static readonly Problem OldSignature = new(StatusCodes.Status400BadRequest, "old_signature", new("The signature is right and its time is more than five minutes away: check both clocks.", "La signature est juste, mais son heure est à plus de cinq minutes : vérifiez les deux horloges."));
    private static readonly Problem NotUsable = new(StatusCodes.Status503ServiceUnavailable, "source_unusable", new("The source's own files cannot be used: its mapping has errors, or the key of its secrets is missing.", "Les fichiers de la source sont inutilisables : sa correspondance a des erreurs, ou la clé de ses secrets manque.")) { RetryAfterSeconds = 300 };

    internal static void Map(RouteTable routes) => routes.Post("/hooks/{kind}/{name}", Callers.Anyone, TakeAsync)
        .Describe("Sources", "Takes a webhook of another tool, signed with the source's secret.");

    private static async Task<IResult> TakeAsync(string kind, string name, HttpContext context, SourceBook book, StoredOrders orders, LiveWorkspace live, IWorkspaceStore store, TimeProvider time)
    {
        OpenSource? source;
        try
        {
            source = book.Find(name);
        }
        catch (Exception fault) when (fault is SourceException or CryptographicException)
        {
            return NotUsable;
        }

        if (source is null || SourceKinds.NameOf(source.Kept.Kind) != kind || source.Secrets.IsEmpty)
        {
            return Problem.NotFound;
        }

        byte[] body = await BodyAsync(context.Request);
        if (source.Reader.IsPing(body))
        {
            return TypedResults.Ok(new Taken(0, 0, 0, 0));
        }

        Instant now = Instant.From(time.GetUtcNow());
        switch (Check(source, context.Request.Headers, body, now))
        {
            case SignatureVerdict.Wrong:
                return WrongSignature;
            case SignatureVerdict.Old:
                return OldSignature;
        }

        WorkspaceSettings settings = store.Settings;
        var scene = new SourceScene(Calendar.Find(settings.ZoneId) ?? Calendar.Utc, settings.Currency, now) { Orders = orders };
        ImmutableArray<Received> messages = source.Reader.Read(new Hook(Topic(source, context.Request.Headers), DeliveryId(source, context.Request.Headers), body), scene);
        try
        {
            return TypedResults.Ok(Taken.Of(await live.Take(new Delivery(source.Kept.KeyId, Trust.Company, messages))));
        }
        catch (LiveRefusedException refused)
        {
            return refused.Refusal is { } refusal ? Refused.By(refusal) : new Problem(StatusCodes.Status503ServiceUnavailable, "not_taken", new("Nothing of this request was kept: send it again.", "Rien de cette requête n'a été gardé : renvoyez-la.")) { RetryAfterSeconds = 5 };
        }
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }

    private static SignatureVerdict Check(OpenSource source, IHeaderDictionary headers, byte[] body, Instant now) => source.Kept.Kind switch
    {
        SourceKind.Shopify => Signatures.Base64(body, headers["X-Shopify-Hmac-Sha256"], source.Secrets),
        SourceKind.WooCommerce => Signatures.Base64(body, headers["X-WC-Webhook-Signature"], source.Secrets),
        SourceKind.Stripe => Signatures.Stripe(body, headers["Stripe-Signature"], source.Secrets, now),
        SourceKind.Generic when source.Mapping is { IsBase64: true, SignatureHeader: { } header } => Signatures.Base64(body, headers[header], source.Secrets),
        SourceKind.Generic => Signatures.Hex(body, source.Mapping?.SignatureHeader is { } header ? headers[header].ToString() : First(headers, MappedSignature, MappedSignatureOfGitHub), source.Secrets),
        SourceKind.PrestaShop => SignatureVerdict.Wrong, // it sends no webhooks
    };

    private static string Topic(OpenSource source, IHeaderDictionary headers) => source.Kept.Kind switch
    {
        SourceKind.Shopify => headers["X-Shopify-Topic"].ToString(),
        SourceKind.WooCommerce => headers["X-WC-Webhook-Topic"].ToString(),
        _ => string.Empty,
    };

    // The event's number is the same however often Shopify sends it, and to however many of our webhooks; the webhook's number is that of one of them.
    private static string? DeliveryId(OpenSource source, IHeaderDictionary headers) => source.Kept.Kind switch
    {
        SourceKind.Shopify => First(headers, "X-Shopify-Event-Id", "X-Shopify-Webhook-Id"),
        SourceKind.WooCommerce => First(headers, "X-WC-Webhook-Delivery-ID"),
        SourceKind.Generic => First(headers, "X-Delivery-Id", "X-Request-Id", "webhook-id"),
        _ => null,
    };

    private static string? First(IHeaderDictionary headers, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (headers[name].ToString() is { Length: > 0 and <= 200 } value)
            {
                return value;
            }
        }

        return null;
    }
}
