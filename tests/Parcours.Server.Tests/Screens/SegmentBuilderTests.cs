using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

/// <summary>The builder's form without a browser: what its blocks and its buttons make of the text, and the text of the blocks.</summary>
public sealed class SegmentBuilderTests
{
    private const string Address = "/segments/build";
    private static readonly (string, string)[] _twoOrders = [("n.g", "All"), ("n.0.k", "orders"), ("n.0.was", "orders"), ("n.0.f.op", ">="), ("n.0.f.n", "2")];

    [Fact]
    public async Task Groups_within_groups_are_written_as_a_text()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        string page = await BuildAsync(
            server, marketer,
            [
                .. _twoOrders, ("n.1.g", "None"), ("n.1.0.k", "stage"), ("n.1.0.was", "stage"), ("n.1.0.f.lifecycle", "crm-segments"), ("n.1.0.f.op", "="), ("n.1.0.f.stage", "lost"),
                ("n.1.1.k", "attribute"), ("n.1.1.was", "attribute"), ("n.1.1.f.name", "city"), ("n.1.1.f.op", "!="), ("n.1.1.f.value", "Saint-Étienne"), ("n.2.g", "Any"), ("by", "blocks"),
            ]);

        Assert.Contains(">orders >= 2 and not (stage(crm-segments) = lost or attribute(city) != 'Saint-Étienne')</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"n.1.1.f.value\" value=\"Saint-Étienne\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"n.2.g\"", page, StringComparison.Ordinal); // the empty group waits for its conditions
    }

    [Theory]
    [InlineData("two")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task What_is_typed_wrongly_stays_in_its_field(string typed)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        string page = await BuildAsync(server, marketer, [.. _twoOrders[..^1], ("n.0.f.n", typed), ("by", "blocks")], isRaw: true);

        Assert.Contains($"name=\"n.0.f.n\" value=\"{WebUtility.HtmlEncode(typed)}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add n", "orders >= 2 and orders >= 2")]
    [InlineData("group n", "orders >= 2 and orders >= 2")]
    [InlineData("remove n.0", "")]
    [InlineData("remove n.7", "orders >= 2")]
    [InlineData("add n.0.3", "orders >= 2")]
    [InlineData("nonsense", "orders >= 2")]
    public async Task Button_changes_the_blocks_and_the_text(string button, string text)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        Assert.Contains($">{text}</textarea>", await BuildAsync(server, marketer, [.. _twoOrders, ("do", button)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shape_chosen_anew_comes_with_its_usual_fields()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        Assert.Contains(">silence(order) >= 90 days</textarea>", await BuildAsync(server, marketer, [("n.g", "All"), ("n.0.k", "silence"), ("n.0.was", "orders"), ("n.0.f.n", "2"), ("by", "blocks")]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not (orders >= 2 or ever(visit within 30 days))", "None", "n.1.k", "ever")]
    [InlineData("orders >= 2 or silence(order) >= inactive_after", "Any", "n.1.k", "text")]
    public async Task Text_is_drawn_as_blocks(string text, string kind, string block, string shape)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        string page = await BuildAsync(server, marketer, [("where", text)]);

        Assert.Contains($">{text}</textarea>", page, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{kind}\" selected", page, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{shape}\" selected", page[page.IndexOf($"name=\"{block}\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static async Task<string> BuildAsync(StartedServer server, Calls.SignedIn marketer, (string, string)[] fields, bool isRaw = false)
    {
        HttpResponseMessage answer = await server.SubmitAsync(marketer, Address, [.. fields, ("is_new", "1")]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync();
        return isRaw ? page : WebUtility.HtmlDecode(page);
    }
}
