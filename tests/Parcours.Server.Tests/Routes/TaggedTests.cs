using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Routes;

public sealed class TaggedTests
{
    [Fact]
    public async Task Answer_that_the_caller_has_is_not_sent_again_until_it_changes()
    {
        await using var server = await StartedServer.StartAsync();
        server.Key(KeyKind.Write);
        HttpResponseMessage first = await server.Owner.GetAsync("/api/keys");
        string tag = first.Headers.ETag!.Tag;

        HttpResponseMessage same = await server.Owner.SendAsync(Calls.Request("GET", "/api/keys").With("If-None-Match", $"\"other\", W/{tag}"));
        server.Key(KeyKind.Write);
        HttpResponseMessage changed = await server.Owner.SendAsync(Calls.Request("GET", "/api/keys").With("If-None-Match", tag));

        Assert.Equal((HttpStatusCode.NotModified, 0), (same.StatusCode, (await same.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag!.Tag);
    }
}
