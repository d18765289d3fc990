using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;

namespace Parcours.Server.Ingestion;

/// <summary>Bodies that go wrong, posted to a started server: whatever they are, no answer is a fault of ours.</summary>
public sealed class BadBodyTests
{
    private const int Bodies = 2_000;

    private static readonly string[] _paths = ["/v1/batch", "/v1/import", "/v1/track", "/v1/identify", "/v1/page", "/v1/screen", "/v1/group", "/v1/alias", "/api/facts"];

    [Fact]
    public async Task No_body_makes_the_server_fail()
    {
        await using var server = await StartedServer.StartAsync();
        var mutated = new MutatedBodies(7);
        AuthenticationHeaderValue[] keys = [Basic(server.Key(KeyKind.Write)), Basic(server.Key(KeyKind.Write))];
        int taken = 0;
        for (int i = 0; i < Bodies; i++)
        {
            byte[] body = i % 3 == 0 ? Encoding.UTF8.GetBytes(mutated.NextMessage()) : mutated.Next();
            using var request = new HttpRequestMessage(HttpMethod.Post, _paths[(int)mutated.NextEndpoint()]) { Content = new ByteArrayContent(body) };
            request.Headers.Authorization = keys[i % 2];
            if (i % 2 == 1)
            {
                request.Headers.Add("Origin", "https://shop.example");
            }

            using HttpResponseMessage answer = await server.Client.SendAsync(request);

            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{request.RequestUri}: {answer.StatusCode} {Convert.ToBase64String(body)}");
            taken += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.True(taken > Bodies / 4);
        Assert.True(server.Service<LiveWorkspace>().Histories.FactCount > Bodies / 8);
    }

    private static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
}
