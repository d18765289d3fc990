using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class TodayScreenTests
{
    [Fact]
    public async Task Empty_base_says_what_will_be_here_and_offers_the_first_file()
    {
        await using var server = await StartedServer.StartAsync();
        string page = await PageAsync(server, "/", "en");
        Assert.Contains("No customer yet", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/welcome\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Where 2 customers stand", "Worth doing")]
    [InlineData("fr", "Où en sont 2 clients", "Ce qui vaut la peine")]
    public async Task Page_tells_where_customers_stand_in_the_reader_language(string language, string standing, string worth)
    {
        await using var server = await StartedServer.StartAsync();
        await server.OrderAsync("ada", "1", 4200, 40);
        await server.OrderAsync("bob", "2", 1000, 3);
        string page = await PageAsync(server, "/", language);
        Assert.Contains(standing, page, StringComparison.Ordinal);
        Assert.Contains(worth, page, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", (await GetAsync(server, "/", language)).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?at=yesterday", "is none")]
    [InlineData("/?at=1960-01-01", "lies outside the data")]
    [InlineData("/?lifecycle=%3Cscript%3Ealert(1)%3C/script%3E", "There is no lifecycle")]
    [InlineData("/?since=%22%3E%3Cscript%3E", "is no date")]
    public async Task Wrong_address_is_told_on_a_page(string address, string sentence)
    {
        await using var server = await StartedServer.StartAsync();
        await server.OrderAsync("ada", "1", 4200, 40);
        HttpResponseMessage answer = await GetAsync(server, address, "en");
        string page = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is 404 or 422, answer.StatusCode.ToString());
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_of_a_page_are_served_for_ever_and_compressed()
    {
        await using var server = await StartedServer.StartAsync();
        string page = await PageAsync(server, "/", "en");
        string[] assets = [.. System.Text.RegularExpressions.Regex.Matches(page, "\"(/assets/[^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(9, assets.Length);
        long compressed = 0;
        foreach (string asset in assets)
        {
            HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", asset).With("Accept-Encoding", "br"));
            Assert.Equal(("br", "public, max-age=31536000, immutable"), (answer.Content.Headers.ContentEncoding.Single(), answer.Headers.CacheControl!.ToString()));
            compressed += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.InRange(compressed, 200_000, 430_000); // a first load weighs 450 kB or less
    }

    internal static async Task<HttpResponseMessage> GetAsync(StartedServer server, string path, string language) =>
        await server.Client.SendAsync(Calls.Request("GET", path).As(await server.SignInAsync(Role.Viewer)).With("Accept-Language", language).With("Accept", "text/html"));

    internal static async Task<string> PageAsync(StartedServer server, string path, string language)
    {
        HttpResponseMessage answer = await GetAsync(server, path, language);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
