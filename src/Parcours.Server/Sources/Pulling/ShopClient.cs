using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.Retry;

namespace Parcours.Server.Sources.Pulling;

/// <summary>Calls a shop: again after a fault of the network or of the shop, later when the shop says that it is too often.</summary>
internal sealed class ShopClient : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _authorization;
    private readonly (string Name, string Value)? _header;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;
    private readonly TimeProvider _time;

    /// <summary>A client of one shop.</summary>
    /// <param name="options">How it is asked.</param>
    /// <param name="time">What time it is, and how waits pass.</param>
    /// <param name="authorization">What it shows in the usual header; null for nothing.</param>
    /// <param name="header">What it shows in a header of the shop's own; null for nothing.</param>
    internal ShopClient(PullOptions options, TimeProvider time, AuthenticationHeaderValue? authorization, (string Name, string Value)? header)
    {
        _http = OutboundGuard.Client(options.AllowLoopback);
        _authorization = authorization;
        _header = header;
        _time = time;
        _retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.FirstWait,
                MaxDelay = LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome switch
                {
                    { Exception: HttpRequestException or IOException } => true,
                    { Exception: TaskCanceledException } => !tried.Context.CancellationToken.IsCancellationRequested, // the answer took too long
                    { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } => true,
                    _ => false,
                }),
                DelayGenerator = tried => ValueTask.FromResult(Asked(tried.Outcome.Result)),
            })
            .Build();
    }

    /// <summary>The time of the shop's clock in its last answer; ours where it said none.</summary>
    internal DateTimeOffset ShopTime { get; private set; }

    /// <summary>Gets a JSON document.</summary>
    /// <param name="headers">Told the headers of the answer.</param>
    /// <exception cref="PullFault">It could not be had.</exception>
    internal async Task<JsonElement> GetAsync(Uri address, Action<HttpResponseHeaders>? headers, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage answer = await _retries.ExecuteAsync(
                async stop =>
                {
                    using HttpRequestMessage request = Request(address);
                    return await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop);
                },
                cancellation);
            ShopTime = answer.Headers.Date ?? _time.GetUtcNow();
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new PullFault(Words((int)answer.StatusCode), (int)answer.StatusCode);
            }

            headers?.Invoke(answer.Headers);
            using JsonDocument document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new PullFault("The shop answered something that is no JSON.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new PullFault($"The shop cannot be reached ({fault.GetType().Name}: {(fault as HttpRequestException)?.HttpRequestError.ToString() ?? "no answer"}).");
        }
    }

    /// <summary>Waits.</summary>
    internal Task WaitAsync(TimeSpan wait, CancellationToken cancellation) => Task.Delay(wait, _time, cancellation);

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = _authorization;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Parcours", "1"));
        if (_header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    // What the shop asks for, in seconds (Shopify writes 2.0) or as a date; nothing leaves the usual wait.
    private TimeSpan? Asked(HttpResponseMessage? answer)
    {
        if (answer is null || !answer.Headers.TryGetValues("Retry-After", out IEnumerable<string>? said))
        {
            return null;
        }

        string text = said.First();
        TimeSpan? wait = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out DateTimeOffset date) ? date - _time.GetUtcNow() : null;
        return wait is null ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }

    private static string Words(int status) => status switch
    {
        401 or 403 => $"The shop refuses the token ({status}): check it, and what it may read.",
        404 => "There is no such address at the shop (404): check the address.",
        429 => "The shop is asked too often (429).",
        >= 300 and < 400 => $"The shop sends elsewhere ({status}), and no redirection is followed: give the address itself.",
        _ => $"The shop answered {status}.",
    };
}
