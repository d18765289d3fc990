using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Routes;

public sealed class NamedWriteTests
{
    [Fact]
    public async Task Write_repeated_under_its_name_is_done_once_and_answered_the_same()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage first = await Add(server, "n-1", "a@example.com");
        HttpResponseMessage second = await Add(server, "n-1", "a@example.com");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.True(second.Headers.Contains("Idempotency-Replayed"));
        Assert.Single(server.Service<Operators>().List());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_too_large_to_be_known_again_is_refused_and_taken_without_a_name(bool tellsLength)
    {
        await using var server = await StartedServer.StartAsync();
        byte[] file = new byte[NamedWrites.LargestRequest + 1];
        Array.Fill(file, (byte)' ');
        async Task<HttpResponseMessage> Upload(string? name)
        {
            using HttpRequestMessage request = Calls.Request("POST", "/api/imports?name=large.csv");
            request.Content = tellsLength ? new ByteArrayContent(file) : new StreamContent(new Unmeasured(file));
            return await server.Owner.SendAsync(name is null ? request : request.With("Idempotency-Key", name));
        }

        HttpResponseMessage named = await Upload("n-1");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "idempotency_body_too_large"), (named.StatusCode, await named.CodeAsync()));
        Assert.Equal(HttpStatusCode.Accepted, (await Upload(null)).StatusCode);
    }

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    [Fact]
    public async Task Name_used_for_another_request_is_refused()
    {
        await using var server = await StartedServer.StartAsync();
        await Add(server, "n-1", "a@example.com");
        HttpResponseMessage other = await Add(server, "n-1", "b@example.com");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other.StatusCode, await other.CodeAsync()));
    }

    [Fact]
    public async Task Name_is_forgotten_after_a_day()
    {
        await using var server = await StartedServer.StartAsync();
        await Add(server, "n-1", "a@example.com");
        server.Time.Pass(TimeSpan.FromDays(1));
        HttpResponseMessage again = await Add(server, "n-1", "a@example.com");
        Assert.Equal("email_taken", await again.CodeAsync());
    }

    [Fact]
    public async Task Refused_write_may_be_mended_under_the_same_name()
    {
        await using var server = await StartedServer.StartAsync();
        Assert.Equal("email_invalid", await (await Add(server, "n-1", "nobody")).CodeAsync());
        Assert.Equal(HttpStatusCode.Created, (await Add(server, "n-1", "a@example.com")).StatusCode);
    }

    [Fact]
    public async Task Secret_that_is_shown_once_is_not_kept_for_a_repetition()
    {
        await using var server = await StartedServer.StartAsync();
        HttpRequestMessage Create() => Calls.Request("POST", "/api/keys", new { kind = "write" }).With("Idempotency-Key", "n-1");
        string key = (await (await server.Owner.SendAsync(Create())).JsonAsync()).GetProperty("key").GetString()!;

        HttpResponseMessage again = await server.Owner.SendAsync(Create());

        Assert.Equal((HttpStatusCode.Conflict, "idempotency_answer_not_kept"), (again.StatusCode, await again.CodeAsync()));
        Assert.DoesNotContain(key, await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(server.Service<AccessKeys>().List());
    }

    [Fact]
    public async Task Names_of_one_caller_are_not_those_of_another()
    {
        await using var server = await StartedServer.StartAsync();
        string one = server.Key(KeyKind.Server, Scope.KeysWrite), two = server.Key(KeyKind.Server, Scope.KeysWrite);
        HttpRequestMessage Create(string key) => Calls.Request("POST", "/api/keys", new { kind = "write" }).With("Idempotency-Key", "n-1").WithKey(key);
        Assert.Equal(HttpStatusCode.Created, (await server.Client.SendAsync(Create(one))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await server.Client.SendAsync(Create(two))).StatusCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(256)]
    public async Task Name_that_is_no_name_is_refused(int times)
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await Add(server, times == 1 ? "two words" : new string('n', times), "a@example.com");
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_invalid"), (answer.StatusCode, await answer.CodeAsync()));
        Assert.Empty(server.Service<Operators>().List());
    }

    private static Task<HttpResponseMessage> Add(StartedServer server, string name, string email) => server.Owner.SendAsync(
        Calls.Request("POST", "/api/operators", new { email, role = "owner", password = Calls.Password }).With("Idempotency-Key", name));
}
