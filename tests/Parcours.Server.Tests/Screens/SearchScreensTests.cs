using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class SearchScreensTests
{
    [Fact]
    public async Task Search_finds_customers_by_any_key_or_name()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1"), new(IdentityKind.Email, "ann@example.org")], ("name", "Anne Martin"), ("city", "Marseille"));

        foreach (string text in (string[])["c1", "ann%40", "martin", "ANNE", "marse"])
        {
            string page = (await server.PageAsync($"/search?q={text}")).Html;
            Assert.Contains("href=\"/customers/C1\"", page, StringComparison.Ordinal);
            Assert.Contains("ann@example.org", page, StringComparison.Ordinal);
        }

        Assert.Contains("city: Marseille", (await server.PageAsync("/search?q=marse")).Html, StringComparison.Ordinal);
        Assert.Contains("Nothing is known by “artin”", await server.ReadAsync("/search?q=artin"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rythme", "/glossary#rhythm")]
    [InlineData("rhythm", "/glossary#rhythm")]
    [InlineData("phase", "/conversion")]
    [InlineData("reactivation", "/win-back")]
    [InlineData("journal d’audit", "/settings/audit")]
    public async Task Palette_finds_pages_and_words_in_both_languages(string text, string address)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        string palette = (await server.PageAsync($"/search/palette?q={Uri.EscapeDataString(text)}")).Html;
        Assert.Contains($"href=\"{address}\"", palette, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", palette, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Palette_shows_a_reader_only_the_pages_they_may_look_at()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn viewer = await server.SignInAsync(Role.Viewer);
        string palette = await (await server.Client.SendAsync(Calls.Request("GET", "/search/palette").As(viewer))).Content.ReadAsStringAsync();
        Assert.Contains("href=\"/customers\"", palette, StringComparison.Ordinal);
        Assert.DoesNotContain("/settings/audit", palette, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_looked_for_is_encoded()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        string page = (await server.PageAsync("/search?q=%22%3E%3Cimg%20src%3Dx%3E")).Html;
        Assert.Contains("&quot;&gt;&lt;img src=x&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Glossary_holds_every_word_in_the_readers_language()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Assert.Contains("id=\"win-back\"", (await server.PageAsync("/glossary")).Html, StringComparison.Ordinal);
        Assert.Contains("Réactivation", await server.ReadAsync("/glossary", "fr"), StringComparison.Ordinal);
    }
}
