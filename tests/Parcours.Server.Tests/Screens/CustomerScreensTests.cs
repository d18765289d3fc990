using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed partial class CustomerScreensTests
{
    [Fact]
    public async Task List_says_how_many_and_leads_to_each()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 1250, 3);
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C/2")], ("name", "Anne Martin"));

        (HttpStatusCode status, string page) = await server.PageAsync("/customers");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>2 customers</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/customers/C%2F2\">Anne Martin</a>", page, StringComparison.Ordinal);
        Assert.Contains("€12.50", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("2 clients</h1>", (await server.PageAsync("/customers", "fr")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_base_says_what_will_be_here()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Assert.Contains("href=\"/data/import\"", (await server.PageAsync("/customers")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_come_in_parts_by_links()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        for (int i = 1; i <= 70; i++)
        {
            await server.OrderAsync($"C{i}", $"o{i}", i, 3);
        }

        string first = (await server.PageAsync("/customers?sort=-spend")).Html;
        string rest = (await server.PageAsync("/customers?sort=-spend&after=60")).Html;

        Assert.Equal(Enumerable.Range(11, 60).Reverse().Select(i => $"C{i}"), Names(first));
        Assert.Contains("hx-get=\"/customers?sort=-spend&amp;after=60\" hx-trigger=\"intersect once\"", first, StringComparison.Ordinal);
        Assert.Contains(">10 more</a>", first, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 10).Reverse().Select(i => $"C{i}"), Names(rest));
        Assert.DoesNotContain("intersect once", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_narrows_to_text_to_a_stage_and_to_an_expression()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);
        await server.OrderAsync("C2", "o2", 100, 3);
        await server.OrderAsync("C2", "o3", 100, 2);
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "D3")], ("city", "Nantes"));

        Assert.Equal(["C1"], Names((await server.PageAsync("/customers?stage=new")).Html));
        Assert.Equal(["C2"], Names((await server.PageAsync("/customers?where=orders%20%3E%3D%202")).Html));
        Assert.Equal(["D3"], Names((await server.PageAsync("/customers?q=nant")).Html));
        Assert.Equal(["C2", "C1", "D3"], Names((await server.PageAsync("/customers?sort=-orders")).Html));
    }

    [Fact]
    public async Task List_shows_who_moved_between_two_dates()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 30);
        await server.OrderAsync("C1", "o2", 100, 5);
        await server.OrderAsync("C2", "o3", 100, 30);
        await server.OrderAsync("C3", "o4", 100, 5);
        string Day(int ago) => server.Time.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        (_, string page) = await server.PageAsync($"/customers?from={Day(20)}&to={Day(1)}&fromStage=new&toStage=active");

        Assert.Equal(["C1"], Names(page));
        Assert.Contains("from “New customer” to “Active”", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(["C3"], Names((await server.PageAsync($"/customers?from={Day(20)}&to={Day(1)}&fromStage=none")).Html));
        Assert.Equal(["C1"], Names((await server.PageAsync($"/customers?from={Day(20)}&to={Day(1)}&toStage=active")).Html));
        Assert.Equal(["C2"], Names((await server.PageAsync($"/customers?from={Day(20)}&fromStage=new&stage=new")).Html));
        Assert.Contains(
            $"/segments/new?where=stage('crm-segments', at: {Day(20)}) = 'new' and stage('crm-segments') = 'active'\"",
            Uri.UnescapeDataString(await server.ReadAsync($"/customers?from={Day(20)}&fromStage=new&stage=active")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("where=orders+%3E%3D%22%3E%3Cscript%3E", "value=\"orders &gt;=&quot;&gt;&lt;script&gt;\"")]
    [InlineData("stage=%3Cscript%3E", "role=\"alert\"")]
    [InlineData("rfm=nobody&where=orders+%3E+1", "value=\"orders &gt; 1\"")]
    [InlineData("from=yesterday", "role=\"alert\"")]
    public async Task Wrong_question_is_answered_beside_what_was_typed(string query, string says)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);

        (HttpStatusCode status, string page) = await server.PageAsync($"/customers?{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Replace("<script src", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_of_choice_and_stay_in_the_address()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1")], ("city", "Nantes"));

        (_, string page) = await server.PageAsync("/customers?columns=a%3Acity&columns=orders&columns=nothing");

        Assert.Contains("<td>Nantes</td>", Plain(page), StringComparison.Ordinal);
        Assert.Equal(3, Heads().Count(page));
        Assert.Contains("value=\"a:city\" checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_is_the_very_list_as_French_Excel_opens_it()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 123450, 3);
        await server.OrderAsync("C2", "o2", 5, 3);
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1")], ("name", "=1+1;\"x\""));

        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("GET", "/customers.csv?sort=-spend&columns=spend,orders").With("Accept-Language", "fr"));
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("Client;Dépensé;Commandes;Clé\r\n\"'=1+1;\"\"x\"\"\";1234,50;1;C1\r\nC2;0,05;1;C2\r\n", Encoding.UTF8.GetString(bytes[3..]));
        Assert.Contains("Customer,Spent,Orders,Key\r\n", await server.Owner.GetStringAsync(new Uri("/customers.csv?columns=spend,orders", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_looks_and_exports_nothing()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);
        Calls.SignedIn viewer = await server.SignInAsync(Role.Viewer);

        HttpResponseMessage page = await server.Client.SendAsync(Calls.Request("GET", "/customers").As(viewer));
        Assert.DoesNotContain("customers.csv", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(Calls.Request("GET", "/customers.csv").As(viewer))).StatusCode);
    }

    [Fact]
    public async Task List_narrows_to_a_segment_and_leads_to_a_segment_of_the_very_list()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);
        await server.OrderAsync("C2", "o2", 100, 3);
        await server.OrderAsync("C2", "o3", 100, 2);
        Directory.CreateDirectory(Path.Combine(server.Folder, "segments"));
        await File.WriteAllTextAsync(
            Path.Combine(server.Folder, "segments", "regulars.yaml"), "segment: regulars\nname: { en: <i>Regulars, fr: Habitués }\nwhere: orders >= 2\n", TestContext.Current.CancellationToken);

        string page = await server.ReadAsync("/customers?segment=regulars&stage=active");
        string address = page.Split("href=\"/segments/new?where=")[1].Split('"')[0];

        Assert.Equal(["C2"], Names(page));
        Assert.Contains("<h1>1 customer: stage “Active”, segment “<i>Regulars”", page, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;Regulars", (await server.PageAsync("/customers")).Html, StringComparison.Ordinal);
        Assert.Equal("stage('crm-segments') = 'active' and segment('regulars')", Uri.UnescapeDataString(address));
        Assert.Equal(["C2"], Names((await server.PageAsync($"/customers?where={address}")).Html));
        Assert.Contains("href=\"/segments/regulars\"", await server.ReadAsync("/search?q=habitu"), StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", (await server.PageAsync("/customers?segment=nobody")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_have_a_list_of_their_own()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AttributesAsync("m1", [new(IdentityKind.Account, "ACME")], ("name", "Acme"));
        await server.OrderAsync("C1", "o1", 100, 3);

        Assert.Equal(["Acme"], Names((await server.PageAsync("/accounts")).Html));
        Assert.Equal(["C1"], Names((await server.PageAsync("/customers")).Html));
    }

    internal static IEnumerable<string> Names(string page) => RowNames().Matches(Plain(page)).Select(match => match.Groups[1].Value);

    private static string Plain(string page) => Blank().Replace(page, string.Empty);

    [GeneratedRegex("<th scope=\"row\"><a [^>]*>([^<]*)</a>")]
    private static partial Regex RowNames();

    [GeneratedRegex("<th scope=\"col\"")]
    private static partial Regex Heads();

    [GeneratedRegex(@"(?<=>)\s+|\s+(?=<)")]
    private static partial Regex Blank();
}
