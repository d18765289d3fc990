using System.Text.Json;
using Parcours.Server.Hosting;

namespace Parcours.Server.Ingestion;

/// <summary>What the server's API says of somebody.</summary>
internal static class Profile
{
    /// <summary>The kinds of the facts of a customer, with what they are about, in order of their names; nothing when there is no such customer.</summary>
    public static Task<string[]> OfAsync(StartedServer server, string customer) => FactsAsync(server, "/api/customers/" + customer);

    /// <summary>The same of an account.</summary>
    public static Task<string[]> OfAccountAsync(StartedServer server, string account) => FactsAsync(server, "/api/accounts/" + account);

    private static async Task<string[]> FactsAsync(StartedServer server, string path)
    {
        HttpResponseMessage answer = await server.Owner.GetAsync(new Uri(path, UriKind.Relative));
        return answer.IsSuccessStatusCode
            ? [.. (await answer.JsonAsync()).GetProperty("facts").EnumerateArray().Select(fact => $"{Text(fact, "kind")} {Text(fact, "item")} {Text(fact, "value")}".TrimEnd()).Order(StringComparer.Ordinal)]
            : [];
    }

    private static string? Text(JsonElement fact, string member) => fact.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
}
