using System.Net;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class ChapterScreenTests
{
    [Theory]
    [InlineData("/conversion")]
    [InlineData("/rfm")]
    [InlineData("/rfm?map=klaviyo")]
    [InlineData("/cohorts")]
    [InlineData("/value")]
    [InlineData("/churn")]
    [InlineData("/timing")]
    [InlineData("/win-back")]
    [InlineData("/next-need")]
    [InlineData("/satisfaction")]
    [InlineData("/satisfaction?survey=ces")]
    public async Task Chapter_has_a_page_with_an_answer_in_both_languages(string address)
    {
        await using StartedServer server = await WithOrdersAsync();
        string waited = address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "wait=1";
        foreach (string language in (string[])["en", "fr"])
        {
            (HttpStatusCode status, string html) = await GetAsync(server, waited, language);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Matches("<h1>[^<]{10,}</h1>", html);
            Assert.Contains("<section id=", html, StringComparison.Ordinal);
            Assert.DoesNotContain("id=\"working\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Chapter_of_an_empty_base_offers_an_import()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        (HttpStatusCode status, string html) = await GetAsync(server, "/win-back", "en");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("href=\"/data/import\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rfm?map=%3Cscript%3E", "rfm-10, shopify, klaviyo")]
    [InlineData("/satisfaction?survey=joy", "nps, csat, ces")]
    [InlineData("/churn?at=2001-01-01", "which runs from")]
    public async Task Address_that_means_nothing_is_refused_with_what_there_is(string address, string words)
    {
        await using StartedServer server = await WithOrdersAsync();
        (HttpStatusCode status, string html) = await GetAsync(server, address, "en");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_of_the_chosen_map_leads_to_its_customers()
    {
        await using StartedServer server = await WithOrdersAsync();
        (_, string html) = await GetAsync(server, "/rfm?map=shopify&wait=1", "en");
        Assert.Contains("/customers?lifecycle=shopify-rfm&amp;at=", html, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"true\">Shopify", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Satisfaction_counts_the_last_answer_of_each_in_the_stage_they_stand_in()
    {
        await using StartedServer server = await WithOrdersAsync();
        for (int customer = 0; customer < 6; customer++)
        {
            await AnswerAsync(server, customer, "early", 100, 0);
            await AnswerAsync(server, customer, "late", 10, customer < 3 ? 10 : 5);
        }

        server.Time.Pass(TimeSpan.FromSeconds(5));
        (_, string html) = await GetAsync(server, "/satisfaction?wait=1", "en");
        Assert.Contains("50% of 6 who answered are pleased", html, StringComparison.Ordinal);
        Assert.Contains("50% (19% to 81%)", html, StringComparison.Ordinal);
    }

    private static Task AnswerAsync(StartedServer server, int customer, string message, int daysAgo, long score) => server.SayAsync(
        $"{message}{customer}", [new(Engine.Identity.IdentityKind.Customer, $"C{customer}")], daysAgo, new Engine.Ingestion.IncomingFact { Kind = "survey_answer", Item = "nps", Value = score });

    private static async Task<StartedServer> WithOrdersAsync()
    {
        StartedServer server = await StartedServer.StartAsync();
        for (int customer = 0; customer < 12; customer++)
        {
            await server.OrderAsync($"C{customer}", $"a{customer}", 1000 + customer, 300 - customer);
            await server.OrderAsync($"C{customer}", $"b{customer}", 2000, 60 + customer);
        }

        server.Time.Pass(TimeSpan.FromSeconds(5));
        return server;
    }

    private static async Task<(HttpStatusCode Status, string Html)> GetAsync(StartedServer server, string address, string language)
    {
        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("GET", address).With("Accept", "text/html").With("Accept-Language", language));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
