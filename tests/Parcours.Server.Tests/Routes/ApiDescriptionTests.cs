using System.Text.Json;
using Parcours.Server.Hosting;

namespace Parcours.Server.Routes;

/// <summary>
/// The description of the API, kept as text: a change of it is seen in review. To write the snapshot anew, run these tests with
/// PARCOURS_UPDATE_SNAPSHOTS=1 and read the difference.
/// </summary>
public sealed class ApiDescriptionTests
{
    [Fact]
    public async Task Description_is_the_one_reviewed()
    {
        await using var server = await StartedServer.StartAsync();
        string said = (await server.Client.GetStringAsync("/openapi.json")).ReplaceLineEndings("\n") + "\n";
        string path = Path.Combine(Repository.Root, "tests", "Parcours.Server.Tests", "Routes", "openapi.json");
        if (Environment.GetEnvironmentVariable("PARCOURS_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(path, said);
        }

        Assert.Equal((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), said);
    }

    [Fact]
    public async Task Description_has_every_endpoint_of_the_api_with_words_and_callers()
    {
        await using var server = await StartedServer.StartAsync();
        JsonElement description = JsonDocument.Parse(await server.Client.GetStringAsync("/openapi.json")).RootElement;

        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (Route route in server.Server.Routes.Where(route => route.Pattern.StartsWith("/api/", StringComparison.Ordinal)))
        {
            string path = System.Text.RegularExpressions.Regex.Replace(route.Pattern, ":[a-z]+}", "}");
            JsonElement operation = description.GetProperty("paths").GetProperty(path).GetProperty(route.Method.ToLowerInvariant());
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.Equal(CallerWords.Of(route.Callers), operation.GetProperty("x-callers").EnumerateArray().Select(word => word.GetString()!));
        }
    }
}
