using System.Net;
using System.Text;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens.Hostile;

/// <summary>Writes texts through forms the way a person does: opens the page, fills the fields, sends it.</summary>
internal sealed class HostileForms(StartedServer server, Calls.SignedIn owner)
{
    private const string Beginning = "lifecycle: hostile\nname: { en: {0}, fr: {0} }\npath: [first, second]\nstages:\n  - { id: second, name: { en: {0}, fr: {0} }, because: { en: {0}, fr: {0} }, when: orders >= 2 }\n  - { id: first, name: { en: {0}, fr: {0} }, when: always }\n";

    /// <summary>The page of the file dropped last.</summary>
    internal string Import { get; private set; } = string.Empty;

    /// <summary>Every text through every form that keeps one.</summary>
    internal async Task FillAsync()
    {
        await FillFewAsync();
        for (int i = 0; i < HostileTexts.All.Count; i++)
        {
            string text = HostileTexts.All[i];
            await SendAsync("/settings/operators", ("email", $"p{i}@example.org"), ("name", text), ("role", "Viewer"), ("password", Calls.Password));
            await SendAsync("/settings/keys", ("name", text), ("kind", "server"), ("scopes", "customers:read"));
            await SendAsync("/data/sources/keys", ("name", text));
            await SendAsync($"/customers/{HostileShop.CustomerOf(i)}/notes", ("text", text));
            await SendAsync($"/customers/{HostileShop.CustomerOf(i)}/consent", ("channel", "Email"), ("purpose", text), ("given", "true"), ("text", text), ("how", text), ("source", text));
            await SendAsync($"/accounts/{HostileShop.AccountOf(i)}/notes", ("text", text));
            await KeepAsync("/segments/hostile/edit", "/segments", ("name_en", text), ("name_fr", text), ("description", text), ("owner", text), ("strategy", text), ("note", text));
            await KeepAsync("/settings/lifecycles/lifecycles/hostile", "/settings/lifecycles/lifecycles/hostile", ("text", Lifecycle(text)), ("note", text));
            await KeepAsync("/settings/workspace", "/settings/workspace", ("name", text));
            await DropAsync(text, "order_id,customer_id,date,amount\no1,C1,2026-01-01,1\n");
        }

        string[] plain = [.. HostileTexts.Plain];
        Import = await DropAsync("<b>orders</b>.csv", $"order_id,customer_id,date,amount,{Line(plain)}\n" + string.Concat(plain.Select(text => $"{Line(text, text, text, text)},{Line(plain)}\n")));
    }

    /// <summary>One of each thing that has a page.</summary>
    internal async Task FillFewAsync()
    {
        const string name = "<b>\"hostile'</b>";
        await KeepAsync("/segments/new", "/segments", ("id", "hostile"), ("name_en", name), ("name_fr", name), ("where", "orders >= 1"), ("is_new", "1"));
        await KeepAsync("/segments/new?list=1", "/segments", ("id", "hostile-list"), ("name_en", name), ("name_fr", name), ("keys", string.Join('\n', HostileTexts.All).Replace("\0", string.Empty, StringComparison.Ordinal)), ("is_new", "1"));
        await KeepAsync("/settings/lifecycles/lifecycles/hostile?from=crm-segments", "/settings/lifecycles/lifecycles/hostile", ("text", Lifecycle(name)), ("note", name));
        Import = await DropAsync("<b>orders</b>.csv", "order_id,customer_id,date,amount\no1,C1,2026-01-01,1\n");
    }

    /// <summary>Sends a form, as its method says.</summary>
    internal Task<HttpResponseMessage> SendAsync(HostileForm form, (string Name, string Value)[] values) => form.Method == "GET"
        ? server.OpenAsync(owner, form.Action + "?" + string.Join('&', values.Select(value => $"{Uri.EscapeDataString(value.Name)}={Uri.EscapeDataString(value.Value)}")))
        : server.SubmitAsync(owner, form.Action, values);

    private async Task KeepAsync(string address, string action, params (string Name, string Value)[] values)
    {
        HostileForm form = HostileForm.In(HostileTree.Read(await server.SeeAsync(owner, address)), address).First(form => form.Method == "POST" && form.Action.EndsWith(action, StringComparison.Ordinal));
        await SendAsync(form.Action, [.. form.Values.Where(kept => !values.Any(value => value.Name == kept.Name)), .. values]);
    }

    private async Task SendAsync(string action, params (string Name, string Value)[] values)
    {
        HttpResponseMessage answer = await server.SubmitAsync(owner, action, values);
        string html = await answer.Content.ReadAsStringAsync();
        bool isUnreadable = values.Any(value => value.Value.Contains('\0', StringComparison.Ordinal));
        Assert.True(isUnreadable ? answer.StatusCode == HttpStatusCode.BadRequest : answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{action}: {answer.StatusCode} {html}");
        Assert.Empty(HostileTree.Faults(html).Select(fault => $"{action}: {fault}"));
    }

    private async Task<string> DropAsync(string name, string content)
    {
        using var form = new MultipartFormDataContent("------------------------hostile");
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        string encoded = name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal); // as browsers do
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{encoded}\"");
        form.Add(file);
        HttpResponseMessage answer = await server.SubmitAsync(owner, "/data/import", form);
        string html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest, $"{name}: {answer.StatusCode} {html}");
        Assert.Empty(HostileTree.Faults(html));
        if (answer.Headers.Location?.OriginalString is not { } page)
        {
            return Import;
        }

        string shown;
        while ((shown = await server.SeeAsync(owner, page)).Contains("every 1s", StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }

        Assert.Empty(HostileTree.Faults(shown).Select(fault => $"{name}: {fault}"));
        return page;
    }

    private static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    private static string Lifecycle(string text) => Beginning.Replace("{0}", System.Text.Json.JsonSerializer.Serialize(text), StringComparison.Ordinal);
}
