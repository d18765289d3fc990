using System.Net;
using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class MergeScreensTests
{
    [Fact]
    public async Task Pair_kept_apart_is_merged_and_the_merge_undone()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 2);
        await server.OrderAsync("C2", "o2", 100, 2);
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1"), new(IdentityKind.Email, "ann@example.org")], ("country", "FR"));
        await server.AttributesAsync("m2", [new(IdentityKind.Customer, "C2"), new(IdentityKind.Email, "ann@example.org")], ("country", "FR"));
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        string before = await server.SeeAsync(marketer, "/data/merges");
        Assert.Contains("pair waits for your decision", before, StringComparison.Ordinal);
        Assert.Contains("one message named both", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await server.SubmitAsync(marketer, "/data/merges", ("one", "C1"), ("other", "C2"))).StatusCode);
        string merged = await server.SeeAsync(marketer, "/data/merges");
        Assert.Contains("No pair waits for your decision", merged, StringComparison.Ordinal);
        Assert.Contains("somebody here said so", merged, StringComparison.Ordinal);

        string undo = merged.Split("/data/merges/")[1].Split("/undo")[0];
        Assert.Equal(HttpStatusCode.SeeOther, (await server.SubmitAsync(marketer, $"/data/merges/{undo}/undo", ("for_good", "true"))).StatusCode);
        Assert.Contains("undone", await server.SeeAsync(marketer, "/data/merges"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_that_is_two_people_is_put_away_with_who_said_so_and_can_come_back()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 2);
        await server.OrderAsync("C2", "o2", 100, 2);
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1"), new(IdentityKind.Email, "ann@example.org")], ("country", "FR"));
        await server.AttributesAsync("m2", [new(IdentityKind.Customer, "C2"), new(IdentityKind.Email, "ann@example.org")], ("country", "FR"));
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string pair = (await server.SeeAsync(marketer, "/data/merges")).Split("/data/merges/pairs/")[1].Split("/dismiss")[0];

        Assert.Equal(HttpStatusCode.SeeOther, (await server.SubmitAsync(marketer, $"/data/merges/pairs/{pair}/dismiss")).StatusCode);
        string put = PagesSeen.Words(await server.SeeAsync(marketer, "/data/merges"));
        Assert.Contains("No pair waits for your decision", put, StringComparison.Ordinal);
        Assert.Contains("1 judged to be two people", put, StringComparison.Ordinal);
        Assert.Contains("Marketer@example.com", put, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(HttpStatusCode.SeeOther, (await server.SubmitAsync(marketer, $"/data/merges/pairs/{pair}/reopen")).StatusCode);
        Assert.Contains("pair waits for your decision", await server.SeeAsync(marketer, "/data/merges"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SubmitAsync(marketer, "/data/merges/pairs/9999/dismiss")).StatusCode);
    }

    [Fact]
    public async Task Key_of_nobody_is_refused_in_words()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.SubmitAsync(await server.SignInAsync(Role.Marketer), "/data/merges", ("one", "<i>x</i>"), ("other", "y"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There is no customer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>x", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyst_only_looks()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn analyst = await server.SignInAsync(Role.Analyst);
        Assert.Contains("Aucune paire", PagesSeen.Words(await server.SeeAsync(analyst, "/data/merges", "fr")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SubmitAsync(analyst, "/data/merges/1/undo")).StatusCode);
    }
}
