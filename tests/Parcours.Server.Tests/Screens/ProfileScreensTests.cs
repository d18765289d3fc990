using System.Net;
using Parcours.Domain.Facts;
using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class ProfileScreensTests
{
    [Fact]
    public async Task Profile_says_who_it_is_where_it_stands_and_what_it_did()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1"), new(IdentityKind.Email, "ann@example.org")], ("name", "Anne Martin"), ("city", "Nantes"));
        await server.OrderAsync("C1", "o1", 12_50, 40);
        await server.OrderAsync("C1", "o2", 7_50, 10);
        await server.SayAsync("m2", [new(IdentityKind.Customer, "C1")], 5, new IncomingFact { Kind = "survey_answer", Item = "nps", Value = 9 });
        await ResolvedAsync(server);

        string page = await server.ReadAsync("/customers/ann%40example.org");

        Assert.Contains("<h1>Anne Martin: “Active” since", page, StringComparison.Ordinal);
        Assert.Contains("€20.00", page, StringComparison.Ordinal);
        Assert.Contains("Nantes", page, StringComparison.Ordinal);
        Assert.Contains("survey answer", page, StringComparison.Ordinal);
        Assert.Contains("NPS: 9", page, StringComparison.Ordinal);
        Assert.Contains("If nothing happens, becomes", page, StringComparison.Ordinal);
        Assert.Contains("one message named both", page, StringComparison.Ordinal);
        Assert.Contains("réponse à une enquête", await server.ReadAsync("/customers/C1", "fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_are_filtered_by_kind_and_go_on_by_a_link()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        for (int i = 1; i <= 45; i++)
        {
            await server.OrderAsync("C1", $"o{i}", i * 100, i);
        }

        await server.SayAsync("m1", [new(IdentityKind.Customer, "C1")], 3, new IncomingFact { Kind = "visit" });

        string all = await server.ReadAsync("/customers/C1");
        string visits = await server.ReadAsync("/customers/C1?kind=visit");
        string rest = await server.ReadAsync("/customers/C1?kind=order&after=40");

        Assert.Contains("everything (46)", all.Replace("\n", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(">6 more</a>", all, StringComparison.Ordinal);
        Assert.Equal(1, visits.Split("class=\"fact-kind\"").Length - 1);
        Assert.Equal(5, rest.Split("class=\"fact-kind\"").Length - 1);
        Assert.DoesNotContain(" more</a>", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_has_its_stakeholders_and_its_own_address()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AttributesAsync("m1", [new(IdentityKind.Account, "ACME")], ("name", "Acme"));
        await server.AttributesAsync("m2", [new(IdentityKind.Customer, "C1")], ("name", "Anne Martin"), ("account", "ACME"), ("role", "buyer"));

        string page = await server.ReadAsync("/accounts/ACME");

        Assert.Contains("<a href=\"/customers/C1\">Anne Martin</a>, buyer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/erase", page, StringComparison.Ordinal);
        HttpResponseMessage led = await server.Owner.GetAsync(new Uri("/customers/ACME", UriKind.Relative));
        Assert.Equal((HttpStatusCode.SeeOther, "/accounts/ACME"), (led.StatusCode, led.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Nobody_known_is_a_page_that_says_so()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        (HttpStatusCode status, string page) = await server.PageAsync("/customers/%3Cscript%3E");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_is_kept_shown_to_colleagues_and_not_to_those_who_look_at_figures()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);

        HttpResponseMessage kept = await server.SendAsync("/customers/C1/notes", ("text", "Called <b>twice</b>, prefers mornings"));
        HttpResponseMessage empty = await server.SendAsync("/customers/C1/notes", ("text", "  "));

        Assert.Equal((HttpStatusCode.SeeOther, "/customers/C1#happened"), (kept.StatusCode, kept.Headers.Location!.OriginalString));
        Assert.Contains("Called &lt;b&gt;twice&lt;/b&gt;, prefers mornings", (await server.PageAsync("/customers/C1")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("id=\"note-fault\"", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Calls.SignedIn viewer = await server.SignInAsync(Role.Viewer);
        string seen = await (await server.Client.SendAsync(Calls.Request("GET", "/customers/C1").As(viewer))).Content.ReadAsStringAsync();
        Assert.DoesNotContain("mornings", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", seen, StringComparison.Ordinal);
        Assert.Contains("note.written", server.Service<AuditLog>().Read(long.MaxValue, 5).Select(line => line.Action));
    }

    [Fact]
    public async Task Permission_is_noted_with_its_proof_or_refused_beside_the_form()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);

        HttpResponseMessage bad = await server.SendAsync("/customers/C1/consent", ("channel", "Email"), ("purpose", "<i>news"), ("given", "true"), ("text", "Yes"), ("how", ""), ("source", "shop"));
        HttpResponseMessage good = await server.SendAsync("/customers/C1/consent", ("channel", "Email"), ("purpose", "news"), ("given", "true"), ("text", "Send me news"), ("how", "paper"), ("source", "shop"));
        string page = await server.ReadAsync("/customers/C1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        string said = await bad.Content.ReadAsStringAsync();
        Assert.Contains("value=\"&lt;i&gt;news\"", said, StringComparison.Ordinal);
        Assert.Contains("id=\"consent-fault\"", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, good.StatusCode);
        Assert.Contains("e-mail, news", page, StringComparison.Ordinal);
        Assert.Contains("Send me news · paper · shop", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_customers_are_looked_at_made_one_and_parted_again()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);
        await server.OrderAsync("C2", "o2", 200, 2);

        (HttpStatusCode unknown, string wrong) = await server.PageAsync("/customers/C1/merge?with=%22nobody");
        string both = await server.ReadAsync("/customers/C1/merge?with=C2");
        HttpResponseMessage merged = await server.SendAsync("/customers/C1/merge", ("with", "C2"));
        string one = await server.ReadAsync(merged.Headers.Location!.OriginalString);
        string number = one.Split("name=\"merge\" value=\"")[1].Split('"')[0];
        HttpResponseMessage parted = await server.SendAsync("/customers/C1/unmerge", ("merge", number));
        HttpResponseMessage again = await server.SendAsync("/customers/C1/unmerge", ("merge", number));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown);
        Assert.Contains("value=\"&quot;nobody\"", wrong, StringComparison.Ordinal);
        Assert.Contains("Are C1 and C2 one and the same?", both, StringComparison.Ordinal);
        Assert.Contains("€3.00", one, StringComparison.Ordinal);
        Assert.Contains("an operator joined them", one, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, parted.StatusCode);
        Assert.Contains("€1.00", await server.ReadAsync("/customers/C1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task Erasure_asks_for_the_key_and_leaves_no_note_behind()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "canary-key-1")], ("name", "Canary Name"));
        await server.SendAsync("/customers/canary-key-1/notes", ("text", "canary-note-2"));
        Assert.Contains("Type canary-key-1 to confirm", await server.ReadAsync("/customers/canary-key-1/erase"), StringComparison.Ordinal);

        HttpResponseMessage wrong = await server.SendAsync("/customers/canary-key-1/erase", ("confirmation", "canary"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.PageAsync("/customers/canary-key-1")).Status);
        HttpResponseMessage done = await server.SendAsync("/customers/canary-key-1/erase", ("confirmation", "canary-key-1"));

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.DoesNotContain("canary", await done.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await server.PageAsync("/customers/canary-key-1")).Status);
        foreach (string trace in (string[])["canary-key-1", "Canary Name", "canary-note-2"])
        {
            Assert.DoesNotContain(trace, Held(server), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("notes", Role.Analyst)]
    [InlineData("consent", Role.Analyst)]
    [InlineData("merge", Role.Analyst)]
    [InlineData("unmerge", Role.Analyst)]
    [InlineData("erase", Role.Marketer)]
    public async Task Form_is_taken_from_the_role_it_is_for_and_from_our_own_pages(string form, Role tooLow)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);
        Calls.SignedIn low = await server.SignInAsync(tooLow);
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(Form(form).With("Cookie", low.Cookie).With("Sec-Fetch-Site", "same-origin"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(Form(form).With("Cookie", owner.Cookie).With("Sec-Fetch-Site", "cross-site"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(Form(form).With("Cookie", owner.Cookie))).StatusCode);
    }

    private static HttpRequestMessage Form(string form)
    {
        HttpRequestMessage request = Calls.Request("POST", $"/customers/C1/{form}");
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("text", "x"), KeyValuePair.Create("confirmation", "C1")]);
        return request;
    }

    // Lifecycles are resolved beside the requests; a profile shows those that are.
    private static async Task ResolvedAsync(StartedServer server)
    {
        for (int i = 0; i < 200 && !(await server.PageAsync("/customers/C1")).Html.Contains("class=\"band\"", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static string Held(StartedServer server) => string.Concat(Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal) && !path.EndsWith(".sock", StringComparison.Ordinal)).Select(path =>
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }));
}
