using System.Net;
using System.Text.RegularExpressions;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Every page that the navigation leads to is there, says something in a heading, and keeps to one shape, with data and without.</summary>
public sealed partial class MenuTests
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("fr", false)]
    [InlineData("en", true)]
    [InlineData("fr", true)]
    public async Task Every_page_of_the_menu_is_shown(string language, bool isEmpty)
    {
        await using var server = await StartedServer.StartAsync();
        if (!isEmpty)
        {
            await server.OrderAsync("ada", "1", 4200, 400);
            await server.OrderAsync("ada", "2", 4200, 40);
            await server.OrderAsync("bob", "3", 1000, 3);
        }

        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        string[] addresses = [.. Menu.Groups.SelectMany(group => group.Places).Select(place => place.Path), "/account", "/accounts", "/glossary", "/search?q=ada", "/segments/new"];
        foreach (string address in addresses)
        {
            HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", address).With("Cookie", owner.Cookie).With("Accept", "text/html").With("Accept-Language", language));
            string page = await answer.Content.ReadAsStringAsync();
            bool leadsToWelcome = answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/welcome", StringComparison.Ordinal);
            Assert.True(answer.StatusCode == HttpStatusCode.OK || (isEmpty && leadsToWelcome), $"{address}: {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Assert.True(Heading().Count(page) == 1, $"{address} has one heading of the first rank");
                Assert.DoesNotMatch("<h1>[^<]* [;:?!»]", WebUtility.HtmlDecode(page)); // punctuation that may begin a line
                Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
                Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
                Assert.DoesNotContain("onclick", page, StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();
}
