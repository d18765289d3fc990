using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;

namespace Parcours.Server.Live;

public sealed class TransitionRoutesTests
{
    [Fact]
    public async Task Transitions_are_waited_for_and_go_on_after_the_last_one_known()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Task<JsonElement> waiting = Get(server, "/api/transitions?wait=30");
        await Say(server, "u1", "m1");

        JsonElement first = await waiting;
        JsonElement item = Assert.Single(first.GetProperty("items").EnumerateArray());
        Assert.Equal(("crm-segments", "u1", "new"), (item.GetProperty("lifecycle").GetString(), item.GetProperty("customer").GetString(), item.GetProperty("to").GetString()));
        JsonElement none = await Get(server, $"/api/transitions?after={first.GetProperty("next").GetInt64()}");
        Assert.Empty(none.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Stream_tells_each_transition_with_its_number()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        using HttpResponseMessage answer = await server.Owner.GetAsync(new Uri("/api/transitions/stream?after=0", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await Say(server, "u1", "m1");

        var lines = new List<string>();
        while (lines.Count < 3)
        {
            string line = (await reader.ReadLineAsync())!;
            if (line.Length > 1)
            {
                lines.Add(line);
            }
        }

        Assert.Equal(["id: 1", "event: transition"], lines[..2]);
        Assert.Contains("\"to\":\"new\"", lines[2], StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Get(StartedServer server, string address) =>
        JsonDocument.Parse(await server.Owner.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    private static Task Say(StartedServer server, string customer, string id)
    {
        Instant now = Instant.From(server.Time.GetUtcNow());
        var order = new IncomingFact { Kind = "order", Value = 1200, Currency = 1, Link = id, Rule = IncomingRule.OrderTotal };
        var said = new IncomingEvent(id, now, now, [new IncomingIdentity(IdentityKind.Customer, customer)], [order]);
        return server.Server.Services.GetRequiredService<LiveWorkspace>().Take(new Delivery(1, Trust.Company, [new Received(said, null)]));
    }
}
