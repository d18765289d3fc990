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

    /// <summary>A form as a browser sends it from a page of ours.</summary>
    internal static HttpRequestMessage FormOf(string path, params (string Name, string Value)[] fields)
    {
        HttpRequestMessage request = Calls.Request("POST", path).With("Sec-Fetch-Site", "same-origin").With("Accept", "text/html,*/*;q=0.8");
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return request;
    }

    /// <summary>With the cookie alone, as a page without scripts.</summary>
    internal static HttpRequestMessage AsReader(this HttpRequestMessage request, Calls.SignedIn session) => request.With("Cookie", session.Cookie);

    /// <summary>The HTML of a page that must be shown, with its character references written out.</summary>
    internal static async Task<string> PageAsync(this StartedServer server, string path, Calls.SignedIn session, string language = "en")
    {
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", path).AsReader(session).With("Accept", "text/html").With("Accept-Language", language));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The answer to a form, and the page that came with it.</summary>
    internal static async Task<(HttpResponseMessage Answer, string Page)> SendAsync(this StartedServer server, Calls.SignedIn session, string path, params (string Name, string Value)[] fields)
    {
        HttpResponseMessage answer = await server.Client.SendAsync(FormOf(path, fields).AsReader(session));
        return (answer, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Where a form that was taken leads.</summary>
    internal static string To(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
