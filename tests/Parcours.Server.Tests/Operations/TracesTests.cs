using System.Net;
using System.Text;
using Parcours.Server.Hosting;

namespace Parcours.Server.Operations;

public sealed class TracesTests
{
    [Fact]
    public async Task Traces_are_sent_to_the_endpoint_named_without_what_may_name_a_person()
    {
        using var collector = new HttpListener();
        int port = FreePort();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        // The exporter reads its own variables, as it does in every program.
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{port}");
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        Task<(string Path, string Body)> received = ReceiveAsync(collector);
        await using (var server = await StartedServer.StartAsync(options => options with { TracesTo = new Uri($"http://127.0.0.1:{port}") }))
        {
            // A request that begins while another test's server ends may go unrecorded: the source of traces is the process's.
            for (int attempt = 0; attempt < 60 && !received.IsCompleted; attempt++)
            {
                await server.Owner.DeleteAsync("/api/keys/4711?email=ada@example.com");
                await Task.WhenAny(received, Task.Delay(TimeSpan.FromMilliseconds(500)));
            }
        }

        (string path, string body) = await received.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("/v1/traces", path);
        Assert.Contains("DELETE /api/keys/{id:int}", body, StringComparison.Ordinal);
        Assert.Contains("parcours", body, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", body, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", body, StringComparison.Ordinal);
    }

    private static async Task<(string Path, string Body)> ReceiveAsync(HttpListener collector)
    {
        while (true)
        {
            HttpListenerContext context = await collector.GetContextAsync();
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            context.Response.Close();
            string text = Encoding.Latin1.GetString(body.ToArray());
            if (text.Contains("/api/keys/{id:int}", StringComparison.Ordinal))
            {
                return (context.Request.Url!.AbsolutePath, text);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
