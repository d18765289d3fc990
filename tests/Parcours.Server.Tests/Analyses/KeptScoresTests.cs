using System.Text.Json;
using Parcours.Engine.Samples;
using Parcours.Server.Hosting;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Analyses;

public sealed class KeptScoresTests
{
    private const string ByScore = """
        lifecycle: by-score
        stages:
          - { id: leaving, when: "score(stopped-buying) >= 0.5" }
          - { id: staying, when: always }
        """;

    [Fact]
    public async Task Kept_model_scores_profiles_after_a_start_and_a_customer_anew_after_an_order()
    {
        string folder = Directory.CreateTempSubdirectory("parcours-scores-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "lifecycles"));
            File.WriteAllText(Path.Combine(folder, "lifecycles", "by-score.yaml"), ByScore);
            using var store = SqliteStore.Open(folder, forWriting: true);
            new SampleShop(new SampleOptions(400, 7)).Fill(store);
            var time = new SetTime();
            time.Pass(TimeSpan.FromDays(244)); // the day after the shop's last
            ServerOptions options = new() { Workspace = folder, Port = 0, PasswordRounds = 1000, DiskFloorBytes = 0 };
            string customer;
            JsonElement first;
            await using (StartedServer server = await StartedServer.OnAsync(options, store, time))
            {
                JsonElement risk = await GetAsync(server, "/api/at-risk?limit=1");
                customer = risk.GetProperty("scores")[0].GetProperty("customer").GetString()!;
                first = Score(await GetAsync(server, $"/api/customers/{customer}"))!.Value;
                Assert.Equal(risk.GetProperty("scores")[0].GetProperty("churn").GetDouble(), first.GetProperty("probability").GetDouble(), 1e-6);
            }

            await using StartedServer again = await StartedServer.OnAsync(options, store, time);
            JsonElement profile = await GetAsync(again, $"/api/customers/{customer}");
            for (DateTime until = DateTime.UtcNow.AddMinutes(2); Score(profile) is null && DateTime.UtcNow < until;)
            {
                await Task.Delay(200); // nobody asks for the scores: the kept model learns by itself
                profile = await GetAsync(again, $"/api/customers/{customer}");
            }

            JsonElement before = Score(profile)!.Value;
            Assert.Equal(first.GetRawText(), before.GetRawText());
            Assert.NotEmpty(before.GetProperty("reasons").EnumerateArray());
            Assert.Contains(profile.GetProperty("stages").EnumerateArray(), stage => stage.GetProperty("lifecycle").GetString() == "by-score");

            await again.OrderAsync(customer, "new-order", 4500, 0);
            JsonElement after = Score(await GetAsync(again, $"/api/customers/{customer}"))!.Value;
            Assert.True(after.GetProperty("probability").GetDouble() < before.GetProperty("probability").GetDouble());
            Assert.Equal(
                (before.GetProperty("model").GetString(), before.GetProperty("version").GetInt32(), before.GetProperty("learnt_at").GetString()),
                (after.GetProperty("model").GetString(), after.GetProperty("version").GetInt32(), after.GetProperty("learnt_at").GetString()));
            Assert.Equal("2026-10-31T12:00:00Z", after.GetProperty("at").GetString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonElement> GetAsync(StartedServer server, string path)
    {
        HttpResponseMessage answer = await server.Owner.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.JsonAsync();
    }

    private static JsonElement? Score(JsonElement profile) =>
        profile.GetProperty("scores").EnumerateArray().Select(score => (JsonElement?)score).FirstOrDefault(score => score!.Value.GetProperty("definition").GetString() == "stopped-buying");
}
