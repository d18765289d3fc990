using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parcours.Server.Webhooks;

/// <summary>Somebody's server that takes webhooks: it answers what it is told to, 204 by default, and keeps what came.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly ConcurrentQueue<int> _answers = new();

    internal Receiver()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/hook";
        }

        _listener.Prefixes.Add(Url[..^"hook".Length]);
        _listener.Start();
        _ = RunAsync();
    }

    internal string Url { get; }

    /// <summary>What came, in order.</summary>
    internal IReadOnlyList<Received> All => [.. _received];

    /// <summary>The statuses of the next answers.</summary>
    internal void Answer(params int[] statuses) => Array.ForEach(statuses, _answers.Enqueue);

    /// <summary>Waits until so many came.</summary>
    internal async Task<IReadOnlyList<Received>> WaitAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (_received.Count < count)
        {
            await Task.Delay(10, limit.Token);
        }

        return All;
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                int status = _answers.TryDequeue(out int told) ? told : 204;
                _received.Enqueue(new Received(
                    context.Request.RawUrl!, context.Request.Headers["webhook-id"]!, long.Parse(context.Request.Headers["webhook-timestamp"]!, System.Globalization.CultureInfo.InvariantCulture),
                    context.Request.Headers["webhook-signature"]!.Split(' '), body.ToArray()));
                context.Response.StatusCode = status;
                if (status is >= 300 and < 400)
                {
                    context.Response.RedirectLocation = Url + "-elsewhere";
                }

                context.Response.Close();
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // The test ends.
        }
    }

    internal sealed record Received(string Path, string Id, long Timestamp, string[] Signatures, byte[] Body)
    {
        internal string Text => Encoding.UTF8.GetString(Body);
    }
}
