using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Server.Hosting;

namespace Parcours.Server.Ingestion;

/// <summary>Real libraries of other products, told only another host: what they send stands in the profile.</summary>
public sealed class ClientTests(ClientPackages packages) : IClassFixture<ClientPackages>
{
    private static readonly string[] _person =
    [
        "attribute_changed account ACME",
        "attribute_changed plan pro",
        "coupon_used WELCOME 0.00",
        "order  27.50",
        "order_line bag 6.00",
        "order_line mug 19.00",
        "product_view mug",
        "song_played",
        "visit Home",
    ];

    [Theory]
    [InlineData("send-segment.js", "node-1", true)]
    [InlineData("send-rudder.js", "rudder-1", false)]
    public async Task Library_for_Node_sends_unchanged(string script, string customer, bool logsIn)
    {
        Assert.NotNull(packages);
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Write);

        await ClientPackages.RunAsync("node", script, server.Server.Address.AbsoluteUri.TrimEnd('/'), key);

        Assert.Equal(logsIn ? [.. _person.Append("attribute_changed logins 5").Order(StringComparer.Ordinal)] : _person, await Profile.OfAsync(server, customer));
        Assert.Equal(["attribute_changed industry Tools", "attribute_changed name Acme"], (await Profile.OfAccountAsync(server, "ACME")).Except(await Profile.OfAsync(server, customer)));
        Assert.Equal(Trust.Company, Assert.Single(server.Service<AccessKeys>().List()).Trust);
    }
}
