using System.Net;
using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;
using Parcours.Web.Quarantine;

namespace Parcours.Server.Screens;

public sealed class QuarantineScreensTests
{
    private const string Nobody = """{"type":"track","messageId":"m1","event":"<script>alert(1)</script>","timestamp":"2026-02-28T10:00:00Z"}""";

    [Fact]
    public async Task Empty_quarantine_says_what_will_be_there()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        string page = await server.SeeAsync(await server.SignInAsync(Role.Analyst), "/data/quarantine", "fr");
        Assert.Contains("Rien n’attend d’être corrigé", PagesSeen.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasons_are_counted_and_the_body_is_shown_encoded()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AsideAsync(Nobody);
        await server.AsideAsync(Nobody);
        Calls.SignedIn analyst = await server.SignInAsync(Role.Analyst);

        string page = await server.SeeAsync(analyst, "/data/quarantine");
        string one = await server.SeeAsync(analyst, "/data/quarantine/1");

        Assert.Contains("2 messages wait to be corrected, for 1 reason", page, StringComparison.Ordinal);
        Assert.Contains("Names nobody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page + one, StringComparison.Ordinal);
        Assert.Contains("alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Take all again", page, StringComparison.Ordinal); // an analyst only looks
    }

    [Fact]
    public async Task Message_corrected_on_its_page_is_taken()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AsideAsync(Nobody);
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        HttpResponseMessage answer = await server.SubmitAsync(
            marketer, "/data/quarantine/1", ("message", """{"type":"track","messageId":"m1","userId":"C1","event":"Signed Up","timestamp":"2026-02-28T10:00:00Z"}"""));

        Assert.Equal((HttpStatusCode.SeeOther, "/data/quarantine?taken=1&left=0"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("1 message was taken.", await server.SeeAsync(marketer, "/data/quarantine?taken=1&left=0"), StringComparison.Ordinal);
        Assert.Empty(server.Service<ILiveRecords>().QuarantineReasons());
        Assert.Equal(1, server.Service<LiveWorkspace>().Histories.FactCount);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("""{"type":"track","event":"Still nobody"}""")]
    public async Task Correction_that_does_not_do_keeps_what_was_typed(string typed)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AsideAsync(Nobody);

        HttpResponseMessage answer = await server.SubmitAsync(await server.SignInAsync(Role.Marketer), "/data/quarantine/1", ("message", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(typed, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_of_a_reason_says_how_many_are_left()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AsideAsync(Nobody);

        HttpResponseMessage answer = await server.SubmitAsync(await server.SignInAsync(Role.Marketer), "/data/quarantine/replay", ("reason", "missing_identity"));

        Assert.Equal("/data/quarantine?reason=missing_identity&taken=0&left=1", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Unknown_message_is_not_found()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await server.OpenAsync(await server.SignInAsync(Role.Analyst), "/data/quarantine/99")).StatusCode);
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages() =>
        Assert.All(QuarantineReasons.Codes, code => Assert.True(QuarantineReasons.NameOf(code) is { En.Length: > 0, Fr.Length: > 0 } && QuarantineReasons.RemedyOf(code) is { En.Length: > 0, Fr.Length: > 0 }));
}
