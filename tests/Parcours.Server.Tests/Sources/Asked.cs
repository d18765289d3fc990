using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Identity;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;

namespace Parcours.Server.Sources;

/// <summary>Short ways to send webhooks to a started server, and to see what became of them.</summary>
internal static class Asked
{
    internal const string Secret = "hush";

    internal static KeptSource Source(this StartedServer server, string kind, string name = "shop", string? mapping = null) =>
        server.Service<SourceBook>().Add(new SourceRequest(kind, name) { Secrets = [Secret], Mapping = mapping });

    internal static string Base64(string body, string secret = Secret) => Convert.ToBase64String(Sign(body, secret));

    internal static string Hex(string body, string secret = Secret) => Convert.ToHexStringLower(Sign(body, secret));

    /// <summary>Sends a webhook; headers are pairs of name and value.</summary>
    internal static async Task<HttpResponseMessage> HookAsync(this StartedServer server, string path, string body, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        for (int i = 0; i < headers.Length; i += 2)
        {
            request.Headers.TryAddWithoutValidation(headers[i], headers[i + 1]);
        }

        return await server.Client.SendAsync(request);
    }

    internal static Task<HttpResponseMessage> ShopifyAsync(this StartedServer server, string topic, string body, string id) =>
        server.HookAsync("/hooks/shopify/shop", body, "X-Shopify-Hmac-Sha256", Base64(body), "X-Shopify-Topic", topic, "X-Shopify-Webhook-Id", "w" + id, "X-Shopify-Event-Id", id);

    /// <summary>What an answer says became of a call: received, stored, duplicates, quarantined.</summary>
    internal static async Task<string> CountsAsync(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        JsonElement counts = await answer.JsonAsync();
        return string.Join(' ', new[] { "received", "stored", "duplicates", "quarantined" }.Select(name => counts.GetProperty(name).GetInt64()));
    }

    /// <summary>The facts of a person, as kind and value, in order; empty for nobody.</summary>
    internal static string Facts(this StartedServer server, IdentityKind kind, string key)
    {
        LiveWorkspace live = server.Service<LiveWorkspace>();
        int place = live.Ask(graph => graph.Find(kind, key) is >= 0 and var identity ? graph.PlaceOf(identity) : -1).Result;
        return place < 0 || place >= live.Histories.SubjectCount ? string.Empty
            : string.Join(' ', live.Histories[place].Facts.ToArray().Select(fact => $"{live.Histories.Vocabulary.NameOf(fact.Kind)}:{fact.Value}"));
    }

    private static byte[] Sign(string body, string secret) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
}
