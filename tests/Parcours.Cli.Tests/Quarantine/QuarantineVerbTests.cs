using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;

namespace Parcours.Cli.Quarantine;

public sealed class QuarantineVerbTests
{
    [Fact]
    public void Message_put_aside_is_listed_mended_and_taken()
    {
        using var server = new ServedWorkspace();
        string key = JsonDocument.Parse(server.Run("key", "create", "--kind", "write", "--json").Out).RootElement.GetProperty("key").GetString()!;
        using var client = new HttpClient { BaseAddress = server.Address };
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/v1/track") { Content = new StringContent("""{"messageId":"m1","event":"Signed Up","timestamp":"2026-02-28T10:00:00Z"}""") })
        {
            request.Headers.Authorization = new("Bearer", key);
            client.Send(request).EnsureSuccessStatusCode();
        }

        JsonElement item = Assert.Single(JsonDocument.Parse(server.Run("quarantine", "list", "--json").Out).RootElement.GetProperty("items").EnumerateArray());
        string mended = Path.Combine(server.Folder, "mended.json");
        File.WriteAllText(mended, """{"type":"track","messageId":"m1","userId":"C1","event":"Signed Up","timestamp":"2026-02-28T10:00:00Z"}""");
        (int code, string output, string error) = server.Run("quarantine", "replay", item.GetProperty("id").ToString(), "--body", mended, "--json");

        Assert.True(code == ExitCode.Done, error);
        Assert.Equal("stored", JsonDocument.Parse(output).RootElement.GetProperty("outcome").GetString());
        Assert.Empty(JsonDocument.Parse(server.Run("quarantine", "list", "--json").Out).RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(0, JsonDocument.Parse(server.Run("quarantine", "replay", "--json").Out).RootElement.GetProperty("taken").GetInt32());
    }
}
