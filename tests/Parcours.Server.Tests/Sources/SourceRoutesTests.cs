using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Parcours.Server.Hosting;

namespace Parcours.Server.Sources;

public sealed class SourceRoutesTests
{
    [Fact]
    public async Task Source_is_added_listed_without_its_secrets_and_removed()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage added = await server.Owner.PostAsJsonAsync("/api/sources", new { kind = "shopify", name = "paris", secrets = new[] { "whisper" }, address = "paris.myshopify.com", token = "shpat_1" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);

        string list = await server.Owner.GetStringAsync("/api/sources");
        JsonElement source = JsonDocument.Parse(list).RootElement.GetProperty("items")[0];
        Assert.Equal("/hooks/shopify/paris", source.GetProperty("hookPath").GetString());
        Assert.Equal("https://paris.myshopify.com", source.GetProperty("address").GetString());
        string kept = await File.ReadAllTextAsync(Path.Combine(server.Folder, "sources", "paris.json"));
        Assert.All(new[] { "whisper", "shpat_1" }, secret => Assert.DoesNotContain(secret, list + kept, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NoContent, (await server.Owner.DeleteAsync("/api/sources/paris")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Owner.DeleteAsync("/api/sources/paris")).StatusCode);
    }

    [Fact]
    public async Task Keys_of_secrets_and_sources_are_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        await using var server = await StartedServer.StartAsync();
        server.Source("shopify");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(server.Folder, "keys")).Concat(Directory.EnumerateFiles(Path.Combine(server.Folder, "sources"))))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
        }

        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(server.Folder, "keys")));
    }

    [Theory]
    [InlineData("shopfy", "shop", "x", null, 400, "unknown_source_kind")]
    [InlineData("shopify", "Shop 1", "x", null, 400, "source_name_invalid")]
    [InlineData("shopify", "shop", null, null, 400, "source_incomplete")]
    [InlineData("prestashop", "shop", "x", null, 400, "source_incomplete")]
    [InlineData("generic", "shop", "x", null, 400, "mapping_missing")]
    [InlineData("generic", "shop", "x", "facts: [{ kind: ordr, email: $.e }]", 400, "mapping_invalid")]
    public async Task Source_that_cannot_be_is_refused(string kind, string name, string? secret, string? mapping, int status, string code)
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Owner.PostAsJsonAsync("/api/sources", new { kind, name, secrets = secret is null ? [] : new[] { secret }, mapping });
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, await answer.CodeAsync());
    }

    [Theory]
    [InlineData("http://shop.example.com")]
    [InlineData("https://localhost")]
    [InlineData("https://10.1.2.3")]
    [InlineData("https://[::1]")]
    [InlineData("https://169.254.169.254")]
    [InlineData("https://me:you@shop.example.com")]
    [InlineData("file:///etc/passwd")]
    public async Task Address_that_is_not_called_is_refused(string address)
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Owner.PostAsJsonAsync("/api/sources", new { kind = "prestashop", name = "shop", address, token = "x" });
        Assert.Equal("source_address_invalid", await answer.CodeAsync());
    }

    [Fact]
    public async Task Number_of_a_removed_source_is_never_used_again()
    {
        await using var server = await StartedServer.StartAsync();
        var book = server.Service<SourceBook>();
        int first = server.Source("shopify").Number;
        book.Remove("shop");
        Assert.Equal(first + 1, server.Source("stripe").Number);
    }
}
