using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Parcours.Domain.Time;
using Parcours.Engine.Webhooks;
using Parcours.Server.Hosting;
using Parcours.Server.Secrets;

namespace Parcours.Server.Webhooks;

/// <summary>Sends one signed message and looks at the status of the answer, never at its body.</summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);

    private readonly HttpClient _client;
    private readonly Seal _seal;
    private readonly TimeProvider _time;

    public WebhookSender(ServerOptions options, TimeProvider time)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = _longest,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        };
        if (!options.WebhooksReachPrivateAddresses)
        {
            handler.ConnectCallback = PublicAddresses.ConnectAsync;
        }

        _client = new HttpClient(handler) { Timeout = _longest };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Parcours", null));
        _seal = new Seal(options.Workspace, Seal.Webhooks);
        _time = time;
    }

    /// <summary>Sends a message.</summary>
    /// <param name="webhook">Where to.</param>
    /// <param name="id">The message's id: the same each time it is sent.</param>
    /// <param name="body">JSON.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The HTTP status; 0 when there was no answer.</returns>
    public async Task<int> SendAsync(Webhook webhook, string id, byte[] body, CancellationToken stop)
    {
        DateTimeOffset now = _time.GetUtcNow();
        long seconds = now.ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        try
        {
            request.Headers.Add("webhook-signature", string.Join(' ', SecretsOf(webhook, Instant.From(now)).Select(secret => WebhookSignature.Of(secret, id, seconds, body))));
            using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return (int)answer.StatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or CryptographicException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return 0;
        }
    }

    /// <summary>Whether an answer means that the message was taken.</summary>
    public static bool IsTaken(int status) => status is >= (int)HttpStatusCode.OK and < (int)HttpStatusCode.MultipleChoices;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private IEnumerable<string> SecretsOf(Webhook webhook, Instant now)
    {
        yield return _seal.Open(webhook.Secret);
        if (webhook.OldSecret is { } old && now < webhook.OldUntil)
        {
            yield return _seal.Open(old);
        }
    }
}
