using System.Net;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

/// <summary>Short ways to look at pages of a started server, as the owner of the machine.</summary>
internal static class Pages
{
    /// <summary>A page: its status and its HTML.</summary>
    internal static async Task<(HttpStatusCode Status, string Html)> PageAsync(this StartedServer server, string address, string language = "en")
    {
        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("GET", address).With("Accept", "text/html").With("Accept-Language", language));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The HTML of a page as a reader sees its texts.</summary>
    internal static async Task<string> ReadAsync(this StartedServer server, string address, string language = "en") =>
        WebUtility.HtmlDecode((await server.PageAsync(address, language)).Html);

    /// <summary>Sends a form of a page.</summary>
    internal static async Task<HttpResponseMessage> SendAsync(this StartedServer server, string address, params (string Name, string Value)[] fields)
    {
        HttpRequestMessage request = Calls.Request("POST", address).With("Sec-Fetch-Site", "same-origin").With("Accept", "text/html");
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await server.Owner.SendAsync(request);
    }
}
