using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Routes;

namespace Parcours.Server.Access;

/// <summary>
/// Every endpoint called by every kind of caller. Who was let in is the table of docs/access.md; to write it anew, run this with
/// PARCOURS_UPDATE_SNAPSHOTS=1 and read the difference: it is the list of what the world may do.
/// </summary>
public sealed partial class MatrixTests
{
    private static readonly string _document = Path.Combine(Repository.Root, "docs", "access.md");

    [Fact]
    public async Task Every_endpoint_lets_in_only_those_it_names()
    {
        await using var server = await StartedServer.StartAsync();
        var table = new StringBuilder("| endpoint | who may call |\n|---|---|\n");
        foreach (Route route in server.Server.Routes)
        {
            IReadOnlyList<string> admitted = await AdmittedAsync(server, route);
            Assert.Equal(CallerWords.Of(route.Callers), admitted);
            table.Append($"| `{route.Method} {route.Pattern}` | {string.Join(", ", admitted)} |\n");
        }

        string text = await File.ReadAllTextAsync(_document);
        if (Environment.GetEnvironmentVariable("PARCOURS_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(_document, text = Table().Replace(text, match => match.Groups[1].Value + table + match.Groups[2].Value));
        }

        Assert.Contains(table.ToString(), text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> AdmittedAsync(StartedServer server, Route route)
    {
        List<string> admitted = [];
        bool nobody = await IsAdmittedAsync(server.Client, route, request => request);
        await Add("write key", server.Client, WithKey(KeyKind.Write));
        Scope[] others = [.. Enum.GetValues<Scope>().Where(scope => scope != route.Callers.Scope)];
        await Add("a key with every other scope", server.Client, WithKey(KeyKind.Server, others));
        if (route.Callers.Scope is { } scope)
        {
            await Add(Scopes.NameOf(scope), server.Client, WithKey(KeyKind.Server, scope));
        }

        foreach (Role role in Enum.GetValues<Role>())
        {
            server.Time.Pass(TimeSpan.FromMinutes(1)); // so many sign-ins would be too many
            Calls.SignedIn session = await server.SignInAsync(role);
            await Add(role.ToString().ToLowerInvariant(), server.Client, request => request.As(session));
        }

        await Add("local owner", server.Owner, request => request);
        return !nobody ? admitted : admitted.Count == Enum.GetValues<Role>().Length + 3 ? ["anyone"] : [.. admitted, "nobody known, and not everybody"];

        async Task Add(string name, HttpClient client, Func<HttpRequestMessage, HttpRequestMessage> with)
        {
            if (await IsAdmittedAsync(client, route, with))
            {
                admitted.Add(name);
            }
        }

        Func<HttpRequestMessage, HttpRequestMessage> WithKey(KeyKind kind, params Scope[] scopes)
        {
            string key = server.Key(kind, scopes);
            return request => request.WithKey(key);
        }
    }

    // Let in is whoever gets past the gate, whatever the endpoint then says of an empty request for nothing that exists.
    private static async Task<bool> IsAdmittedAsync(HttpClient client, Route route, Func<HttpRequestMessage, HttpRequestMessage> with)
    {
        using HttpRequestMessage request = with(Calls.Request(route.Method, Parameter().Replace(route.Pattern, "987654321")));
        if (route.Method is "POST" or "PUT" or "PATCH")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True((int)answer.StatusCode < 500, $"{route.Method} {route.Pattern}: {answer.StatusCode}");
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) || await answer.CodeAsync() is not ("not_signed_in" or "not_allowed" or "csrf");
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(<!-- endpoints -->\n)[\s\S]*?(\n<!-- end of endpoints -->)")]
    private static partial Regex Table();
}
