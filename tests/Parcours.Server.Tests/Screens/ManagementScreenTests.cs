using System.Net;
using System.Text;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Letters;

namespace Parcours.Server.Screens;

public sealed class ManagementScreenTests
{
    [Fact]
    public async Task Sheet_has_the_month_and_its_objectives()
    {
        await using var server = await StartedServer.StartAsync();
        await server.OrderAsync("ada", "1", 123_400, 1);
        HttpResponseMessage kept = await SendAsync(server, Role.Marketer, ("revenue", "2,500"), ("new", ""));
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);

        string page = await TodayScreenTests.PageAsync(server, "/management", "en");
        Assert.Contains("€1,234 in", page, StringComparison.Ordinal);
        Assert.Contains("€2,500 (49%)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_objective_is_told_beside_its_field_and_stays_typed()
    {
        await using var server = await StartedServer.StartAsync();
        await server.OrderAsync("ada", "1", 123_400, 1);
        HttpResponseMessage answer = await SendAsync(server, Role.Marketer, ("revenue", "a lot <b>"), ("new", "12"));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"revenue-fault\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"a lot &lt;b&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"12\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_from_elsewhere_and_from_a_viewer_is_refused()
    {
        await using var server = await StartedServer.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(server, Role.Viewer, ("revenue", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(server, Role.Marketer, "cross-site", ("revenue", "1"))).StatusCode);
    }

    [Fact]
    public async Task Letter_of_the_week_is_written_once_in_both_languages()
    {
        await using var server = await StartedServer.StartAsync();
        await server.OrderAsync("ada", "1", 123_400, 30);
        server.Time.Pass(TimeSpan.FromMinutes(2)); // the base is looked at anew
        var letters = server.Service<MondayLetters>();
        IReadOnlyList<string> written = await letters.WriteAsync();
        Assert.Empty(await letters.WriteAsync());

        Assert.Equal(2, written.Count);
        string letter = await File.ReadAllTextAsync(written[1]);
        Assert.EndsWith(".fr.eml", written[1], StringComparison.Ordinal);
        string html = Encoding.UTF8.GetString(Convert.FromBase64String(letter.Split("\r\n\r\n", 2)[1]));
        Assert.Contains("Chiffre d’affaires net", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.All(letter.Split("\r\n"), line => Assert.True(line.Length < 100));
    }

    private static Task<HttpResponseMessage> SendAsync(StartedServer server, Role role, params (string Name, string Value)[] fields) => SendAsync(server, role, "same-origin", fields);

    private static async Task<HttpResponseMessage> SendAsync(StartedServer server, Role role, string site, params (string Name, string Value)[] fields)
    {
        HttpRequestMessage request = Calls.Request("POST", "/management/objectives").With("Cookie", (await server.SignInAsync(role)).Cookie).With("Sec-Fetch-Site", site);
        request.Content = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        return await server.Client.SendAsync(request);
    }
}
