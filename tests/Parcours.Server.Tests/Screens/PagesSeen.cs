using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

/// <summary>Short ways to look at pages and to send their forms, as a browser does.</summary>
internal static partial class PagesSeen
{
    internal static Task<HttpResponseMessage> OpenAsync(this StartedServer server, Calls.SignedIn who, string path, string language = "en") =>
        server.Client.SendAsync(Calls.Request("GET", path).With("Cookie", who.Cookie).With("Accept", "text/html").With("Accept-Language", language));

    internal static async Task<string> SeeAsync(this StartedServer server, Calls.SignedIn who, string path, string language = "en")
    {
        HttpResponseMessage answer = await server.OpenAsync(who, path, language);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {page}");
        return page;
    }

    internal static Task<HttpResponseMessage> SubmitAsync(this StartedServer server, Calls.SignedIn who, string path, params (string Name, string Value)[] fields) =>
        server.SubmitAsync(who, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    internal static Task<HttpResponseMessage> SubmitAsync(this StartedServer server, Calls.SignedIn who, string path, HttpContent form)
    {
        HttpRequestMessage request = Calls.Request("POST", path).With("Cookie", who.Cookie).With("Accept", "text/html").With("Sec-Fetch-Site", "same-origin");
        request.Content = form;
        return server.Client.SendAsync(request);
    }

    /// <summary>A file as a form sends it.</summary>
    internal static MultipartFormDataContent File(string name, byte[] content) => new() { { new ByteArrayContent(content), "file", name } };

    internal static MultipartFormDataContent File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    /// <summary>The words of a page, without its marks.</summary>
    internal static string Words(string page) => Spaces().Replace(WebUtility.HtmlDecode(Marks().Replace(page, " ")), " ");

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
