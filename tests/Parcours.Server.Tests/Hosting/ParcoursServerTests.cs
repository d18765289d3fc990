using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Hosting;

public sealed class ParcoursServerTests
{
    [Fact]
    public async Task Server_just_started_is_alive_and_ready()
    {
        await using var server = await StartedServer.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/ready")).StatusCode);
    }

    [Fact]
    public async Task Server_with_an_obstacle_is_alive_but_not_ready()
    {
        await using var server = await StartedServer.StartAsync();
        server.Readiness.Add("base", () => "loading");

        HttpResponseMessage answer = await server.Client.GetAsync("/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("loading", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("obstacles").GetProperty("base").GetString());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task Answer_says_nothing_of_the_server_and_protects_the_browser()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.GetAsync("/health");
        Assert.False(answer.Headers.Contains("Server"));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "not_found")]
    [InlineData("POST", "/health", 405, "method_not_allowed")]
    public async Task Refusal_of_the_framework_is_a_problem(string method, string path, int status, string code)
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Port_that_is_taken_is_said()
    {
        await using var first = await StartedServer.StartAsync();
        var refused = await Assert.ThrowsAsync<ServerStartException>(() => StartedServer.StartAsync(options => options with { Port = first.Server.Address.Port }));
        Assert.Contains($"cannot listen on 127.0.0.1:{first.Server.Address.Port}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_cannot_be_used_are_said_all_at_once()
    {
        var refused = await Assert.ThrowsAsync<ServerStartException>(() =>
            StartedServer.StartAsync(options => options with { Port = 70_000, PublicAddress = new Uri("ftp://example.com") }));
        Assert.Equal("the port is 70000, and must be from 1 to 65535; the public address ftp://example.com/ is not an http or https address", refused.Message);
    }

    [Fact]
    public async Task Stop_lets_a_request_under_way_end()
    {
        await using var server = await StartedServer.StartAsync();
        using var entered = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        server.Readiness.Add("slow", () =>
        {
            entered.Release();
            goOn.Wait(TimeSpan.FromSeconds(30));
            return null;
        });
        Task<HttpResponseMessage> underWay = server.Client.GetAsync("/ready");
        await entered.WaitAsync();
        using var stop = new CancellationTokenSource();
        Task running = server.Server.RunAsync(stop.Token);

        await stop.CancelAsync();
        Assert.False(running.IsCompleted);
        goOn.Set();

        Assert.Equal(HttpStatusCode.OK, (await underWay).StatusCode);
        await running;
        await Assert.ThrowsAsync<HttpRequestException>(() => server.Client.GetAsync("/health"));
    }

    [Fact]
    public async Task Owner_socket_is_closed_to_others_and_goes_with_the_server()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no owner's socket");
        string path;
        await using (var server = await StartedServer.StartAsync())
        {
            path = server.SocketPath;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path));
            Assert.Equal(HttpStatusCode.OK, (await server.Owner.GetAsync("/health")).StatusCode);
        }

        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Owner_socket_left_by_a_killed_server_is_no_obstacle()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no owner's socket");
        string folder = Directory.CreateTempSubdirectory("parcours-server-").FullName;
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            left.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, "left.sock")));
            File.Move(Path.Combine(folder, "left.sock"), Path.Combine(folder, "parcours.sock"));
        }

        using (var store = SqliteStore.Open(folder, forWriting: true))
        await using (var server = await ParcoursServer.StartAsync(new ServerOptions { Workspace = folder, Port = 0 }, store, TimeProvider.System))
        {
            Assert.True(server.Address.Port > 0);
        }

        Directory.Delete(folder, recursive: true);
    }
}
