using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Domain.Time;
using Parcours.Engine.Access;

namespace Parcours.Server.Hosting;

/// <summary>Short ways to call a started server as somebody.</summary>
internal static class Calls
{
    internal const string Password = "correct horse battery";

    /// <summary>Makes a key and returns its text.</summary>
    internal static string Key(this StartedServer server, KeyKind kind, params Scope[] scopes) =>
        server.Service<AccessKeys>().Create(new KeyRequest(kind, "", [.. scopes.Select(Scopes.NameOf)], Instant.Never), Caller.LocalOwner.Known).Text;

    internal static T Service<T>(this StartedServer server)
        where T : notnull => server.Server.Services.GetRequiredService<T>();

    /// <summary>Adds an operator of a role, named after it.</summary>
    internal static Operator Operator(this StartedServer server, Role role) =>
        server.Service<Operators>().Add(new OperatorRequest($"{role}@example.com", "", role, Password), Caller.LocalOwner.Known);

    /// <summary>Signs the operator of a role in, adding them first when they are not there.</summary>
    internal static async Task<SignedIn> SignInAsync(this StartedServer server, Role role)
    {
        if (!server.Service<Operators>().List().Any(person => person.Role == role))
        {
            server.Operator(role);
        }

        HttpResponseMessage answer = await server.Client.PostAsJsonAsync("/api/session", new { email = $"{role}@example.com", password = Password });
        answer.EnsureSuccessStatusCode();
        return new SignedIn(answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0], (await answer.JsonAsync()).GetProperty("csrf").GetString()!);
    }

    internal static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    /// <summary>The code of a refusal; null when it is none.</summary>
    internal static async Task<string?> CodeAsync(this HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (await answer.JsonAsync()).GetProperty("code").GetString() : null;

    internal static HttpRequestMessage Request(string method, string path, object? body = null) =>
        new(new HttpMethod(method), path) { Content = body is null ? null : JsonContent.Create(body) };

    internal static HttpRequestMessage WithKey(this HttpRequestMessage request, string key)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    internal static HttpRequestMessage With(this HttpRequestMessage request, string header, string value)
    {
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    internal static HttpRequestMessage As(this HttpRequestMessage request, SignedIn session) => request.With("Cookie", session.Cookie).With("X-CSRF-Token", session.Csrf);

    internal sealed record SignedIn(string Cookie, string Csrf);
}
