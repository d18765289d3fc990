using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Lifecycles;

namespace Parcours.Cli.Serving;

/// <summary>
/// The server that holds the workspace, reached through the owner's socket in its folder: a verb that writes asks it, because only it may write. Without a
/// server the verb opens the workspace itself.
/// </summary>
internal sealed class RunningServer : IDisposable
{
    private const string SocketName = "parcours.sock";

    private readonly HttpClient _client;
    private readonly VerbRun _run;

    private RunningServer(HttpClient client, VerbRun run)
    {
        _client = client;
        _run = run;
    }

    /// <summary>The server of the run's workspace; null when none runs.</summary>
    public static RunningServer? Of(VerbRun run)
    {
        string path = Path.Combine(run.WorkspaceFolder, SocketName);
        if (!File.Exists(path))
        {
            return null;
        }

        Socket? first = Connect(path); // what a killed server left leads nowhere
        if (first is null)
        {
            return null;
        }

        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = (_, _) => new ValueTask<Stream>(new NetworkStream(
                Interlocked.Exchange(ref first, null) ?? Connect(path) ?? throw new IOException("The server has gone."), ownsSocket: true)),
        };
        var client = new HttpClient(handler) { BaseAddress = new Uri("http://localhost"), Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(run.Language.Code));
        return new RunningServer(client, run);
    }

    /// <summary>Asks for something.</summary>
    public JsonElement Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Has something made.</summary>
    /// <param name="path">Where.</param>
    /// <param name="members">Writes the members of the request's JSON object.</param>
    public JsonElement Post(string path, Action<Utf8JsonWriter> members) => Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = Body(members) });

    /// <summary>Has something written, whatever there was.</summary>
    /// <param name="path">Where.</param>
    /// <param name="members">Writes the members of the request's JSON object.</param>
    public JsonElement Put(string path, Action<Utf8JsonWriter> members) => Send(new HttpRequestMessage(HttpMethod.Put, path) { Content = Body(members), Headers = { IfMatch = { EntityTagHeaderValue.Any } } });

    /// <summary>Has something taken away.</summary>
    public JsonElement Delete(string path) => Send(new HttpRequestMessage(HttpMethod.Delete, path) { Headers = { IfMatch = { EntityTagHeaderValue.Any } } });

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static ByteArrayContent Body(Action<Utf8JsonWriter> members)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new ByteArrayContent(body.ToArray()) { Headers = { ContentType = new("application/json") } };
    }

    // A refusal of the server is a refusal of the verb: same code, same words.
    private JsonElement Send(HttpRequestMessage request)
    {
        using (request)
        {
            using HttpResponseMessage answer = _client.Send(request, _run.Cancellation);
            using Stream stream = answer.Content.ReadAsStream(_run.Cancellation);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            string text = reader.ReadToEnd();
            JsonElement body = text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
            if (answer.IsSuccessStatusCode)
            {
                return body;
            }

            string detail = body.GetProperty("detail").GetString()!;
            throw new RefusedException(new Refusal(body.GetProperty("code").GetString()!, new LocalText(detail, detail)));
        }
    }

    private static Socket? Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
