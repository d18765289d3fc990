using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Parcours.Cli.Assistant;

/// <summary>Answers of a running server, asked with a server key.</summary>
internal sealed class ServerAnswers : IAssistantAnswers
{
    private readonly HttpClient _client;

    /// <summary>Asks a server.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="key">A server key with the scopes customers:read and analyses:read.</param>
    /// <param name="language">"en" or "fr".</param>
    public ServerAnswers(Uri address, string key, string language)
    {
        _client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
    }

    public string Find(string text, int limit) => Get("/api/customers", ("q", text), ("limit", limit.ToString(CultureInfo.InvariantCulture)));

    public string Customer(string key) => Get($"/api/customers/{Uri.EscapeDataString(key)}", ("limit", WorkspaceAnswers.FactsShown.ToString(CultureInfo.InvariantCulture)));

    public string Stages(string lifecycle, string? at, string? from) => Get($"/api/lifecycles/{Uri.EscapeDataString(lifecycle)}", ("at", at), ("from", from));

    public string Conversion(string lifecycle, string? at) => Get($"/api/lifecycles/{Uri.EscapeDataString(lifecycle)}/conversion", ("at", at));

    public string AtRisk(int limit, string? definition) => Get("/api/at-risk", ("limit", limit.ToString(CultureInfo.InvariantCulture)), ("churn", definition));

    public string SegmentSize(SegmentAsked asked, string? at) =>
        Get("/api/segments/size", ("segment", asked.Segment), ("lifecycle", asked.Lifecycle), ("stage", asked.Stage), ("rfm", asked.Rfm), ("map", asked.Map), ("where", asked.Where), ("at", at));

    public string Lifecycles() => Get("/api/lifecycles");

    public void Dispose() => _client.Dispose();

    private string Get(string path, params (string Name, string? Value)[] query)
    {
        string asked = string.Join('&', query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asked.Length == 0 ? path : $"{path}?{asked}");
            using HttpResponseMessage answer = _client.Send(request);
            using var reader = new StreamReader(answer.Content.ReadAsStream());
            string text = reader.ReadToEnd();
            return answer.IsSuccessStatusCode ? text : throw new AssistantException(Detail(text) ?? $"The server answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException gone)
        {
            throw new AssistantException($"The server cannot be reached: {gone.Message}");
        }
    }

    private static string? Detail(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString();
        }
        catch (Exception unread) when (unread is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
