using System.Net;
using Parcours.Domain.Histories;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Server.Hosting;
using Parcours.Server.Live;
using Parcours.Server.Screens.Settings;

namespace Parcours.Server.Screens;

public sealed class WorkspaceSettingsTests
{
    private const string Hostile = "<script>alert(1)</script>\"'";

    [Fact]
    public async Task Workspace_is_named_and_set_and_pages_carry_the_name()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        (HttpResponseMessage saved, _) = await server.SendAsync(owner, "/settings/workspace", ("name", Hostile), ("zone", "Europe/Paris"), ("currency", "eur"));
        string page = await server.PageAsync(saved.To(), owner);
        Assert.Contains("Saved.", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal((Hostile, "Europe/Paris", "EUR"), SettingsOf(server));

        // Once there is a currency, a form cannot change it.
        await server.SendAsync(owner, "/settings/workspace", ("name", "Shop"), ("zone", "Europe/Paris"), ("currency", "USD"));
        Assert.Equal(("Shop", "Europe/Paris", "EUR"), SettingsOf(server));
    }

    [Theory]
    [InlineData("zone", "Europe/Atlantis")]
    [InlineData("currency", "XQZ")]
    [InlineData("name", "012345678901234567890123456789012345678901234567890123456789x")]
    public async Task Setting_that_cannot_be_is_said_beside_the_field_and_the_rest_is_kept(string field, string value)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        (string, string)[] fields = [("name", "Our shop"), ("zone", "Europe/Paris"), ("currency", "EUR")];
        (HttpResponseMessage answer, string page) = await server.SendAsync(owner, "/settings/workspace", [.. fields.Select(one => one.Item1 == field ? (field, value) : one)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{field}-fault\"", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{value}\"", page, StringComparison.Ordinal);
        Assert.Contains(field == "name" ? "value=\"Europe/Paris\"" : "value=\"Our shop\"", page, StringComparison.Ordinal);
        Assert.Equal((null, "UTC", string.Empty), SettingsOf(server));
    }

    [Fact]
    public async Task Backup_is_made_on_demand_listed_and_whole()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        Assert.Contains("There is no backup", await server.PageAsync("/settings/backups", owner), StringComparison.Ordinal);
        (HttpResponseMessage wrong, string page) = await server.SendAsync(owner, "/settings/backups", ("days", "for ever"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"for ever\"", page, StringComparison.Ordinal);

        (HttpResponseMessage begun, _) = await server.SendAsync(owner, "/settings/backups", ("days", "14"));
        Assert.Equal("/settings/backups", begun.To());
        await server.Service<BackupMaker>().Work;
        ShelvedBackup made = server.Service<BackupShelf>().List(Domain.Time.Instant.From(server.Time.GetUtcNow())).Single();
        Assert.Equal(BackupState.Kept, made.State);
        Assert.Contains(Path.GetFileName(made.Backup.Path), await server.PageAsync("/settings/backups", owner, "fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_shows_what_comes_and_takes_the_company_own_periods()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        Assert.Contains("Winter sales", await server.PageAsync("/settings/calendar", marketer), StringComparison.Ordinal);
        string text = "calendar: company\nname: { en: Ours, fr: À nous }\nperiods:\n  - { id: party, kind: sales, on: 05-20, days: 3, name: { en: Garden party, fr: Fête du jardin } }\n";
        (HttpResponseMessage saved, _) = await server.SendAsync(marketer, "/settings/lifecycles/calendars/company", ("text", text), ("known", ""), ("note", "every year"));
        Assert.EndsWith("?saved=1", saved.To(), StringComparison.Ordinal);
        Assert.Contains("Fête du jardin", WebUtility.HtmlDecode(await server.PageAsync("/settings/calendar", marketer, "fr")), StringComparison.Ordinal);

        (HttpResponseMessage wrong, string page) = await server.SendAsync(marketer, "/settings/lifecycles/calendars/company", ("text", text.Replace("kind: sales", "kind: salles", StringComparison.Ordinal)), ("known", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("<strong><code>sales</code></strong>", page, StringComparison.Ordinal);
    }

    private static (string? Name, string Zone, string Currency) SettingsOf(StartedServer server)
    {
        HistoryBase histories = server.Service<LiveState>().Workspace.Histories;
        return (server.Service<WorkspaceCards>().Card?.Name, histories.Calendar.ZoneId, Domain.Facts.Currencies.CodeOf(histories.Currency));
    }
}
