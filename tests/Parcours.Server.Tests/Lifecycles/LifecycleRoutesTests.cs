using System.Net;
using System.Text.Json;
using Parcours.Server.Hosting;

namespace Parcours.Server.Lifecycles;

public sealed class LifecycleRoutesTests
{
    [Theory]
    [InlineData("/api/lifecycles")]
    [InlineData("/api/lifecycles/crm-segments")]
    [InlineData("/api/lifecycles/crm-segments/flows?by=month")]
    [InlineData("/api/lifecycles/crm-segments/matrix")]
    [InlineData("/api/lifecycles/crm-segments/paths?top=3")]
    [InlineData("/api/lifecycles/crm-segments/time")]
    [InlineData("/api/lifecycles/crm-segments/conversion?replicates=10")]
    [InlineData("/api/cohorts?by=week")]
    [InlineData("/api/rfm?map=shopify")]
    [InlineData("/api/rhythm")]
    [InlineData("/api/indicators")]
    [InlineData("/api/predictions?horizon=30")]
    [InlineData("/api/value")]
    [InlineData("/api/segments/size?stage=new")]
    public async Task Question_is_answered_and_known_again_by_its_tag(string address)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 1000, 100);
        await server.OrderAsync("C1", "o2", 1000, 20);

        HttpResponseMessage answer = await server.Owner.GetAsync(new Uri(address, UriKind.Relative));
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(body).RootElement.ValueKind);
        HttpResponseMessage again = await server.Owner.SendAsync(Calls.Request("GET", address).With("If-None-Match", answer.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Stages_follow_what_comes_in()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Assert.Equal(0, await InStage(server, "new"));
        await server.OrderAsync("C1", "o1", 1000, 1);
        server.Time.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(1, await InStage(server, "new"));
    }

    [Theory]
    [InlineData("/api/lifecycles/crm-segment", HttpStatusCode.NotFound, "unknown_lifecycle")]
    [InlineData("/api/lifecycles/crm-segments?at=yesterday", HttpStatusCode.UnprocessableEntity, "wrong_date")]
    [InlineData("/api/lifecycles/crm-segments/flows?from=2026-02-01&at=2026-01-01", HttpStatusCode.UnprocessableEntity, "window_backwards")]
    [InlineData("/api/lifecycles/crm-segments/flows?by=hour", HttpStatusCode.UnprocessableEntity, "wrong_period")]
    [InlineData("/api/rfm?quantiles=1", HttpStatusCode.UnprocessableEntity, "wrong_number")]
    [InlineData("/api/segments/size", HttpStatusCode.UnprocessableEntity, "segment_missing")]
    [InlineData("/api/segments/size?rfm=nobody", HttpStatusCode.NotFound, "unknown_group")]
    public async Task Question_asked_wrongly_is_refused_with_a_reason(string address, HttpStatusCode status, string code)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Owner.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((status, code), (answer.StatusCode, await answer.CodeAsync()));
    }

    private static async Task<long> InStage(StartedServer server, string stage) =>
        JsonDocument.Parse(await server.Owner.GetStringAsync(new Uri("/api/lifecycles/crm-segments", UriKind.Relative))).RootElement
            .GetProperty("stages").EnumerateArray().Single(one => one.GetProperty("id").GetString() == stage).GetProperty("subjects").GetInt64();
}
