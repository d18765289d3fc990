using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Imports;

public sealed class ImportRoutesTests
{
    [Fact]
    public async Task File_uploaded_is_imported_and_its_account_is_the_verbs()
    {
        await using StartedServer server = await StartedServer.StartAsync();

        JsonElement done = await ImportAsync(server, SmallFile.Orders, "?name=orders.csv&as=orders");

        Assert.Equal("done", done.GetProperty("status").GetString());
        JsonElement result = done.GetProperty("result");
        Assert.Equal((3, 3, 0), (result.GetProperty("read").GetInt32(), result.GetProperty("stored").GetInt32(), result.GetProperty("quarantined").GetInt32()));
        JsonElement customer = await Get(server, "/api/customers/ann%40example.org");
        Assert.Equal(("C1", "30.00"), (customer.GetProperty("id").GetString(), customer.GetProperty("orders").GetProperty("spend").GetString()));
    }

    [Fact]
    public async Task File_uploaded_again_stores_nothing_twice()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await ImportAsync(server, SmallFile.Orders, "?name=orders.csv");

        JsonElement result = (await ImportAsync(server, SmallFile.Orders, "?name=orders.csv")).GetProperty("result");

        Assert.Equal((0, 3), (result.GetProperty("stored").GetInt32(), result.GetProperty("duplicates").GetInt32()));
        Assert.Equal(2, (await Get(server, "/api/customers/C1")).GetProperty("orders").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Base_after_an_upload_is_the_one_that_the_verb_makes()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await ImportAsync(server, SmallFile.Orders, "?name=orders.csv");

        string folder = Directory.CreateTempSubdirectory("parcours-import-").FullName;
        string file = Path.Combine(folder, "orders.csv");
        await File.WriteAllTextAsync(file, SmallFile.Orders);
        using (var store = SqliteStore.Open(Path.Combine(folder, "workspace"), forWriting: true))
        {
            new Importer(server.Time).Run(Importer.Plan(new ImportRequest(file), out _)!, store, null);
            Assert.Equal(Said(store.Load(null)), Said(server.Service<LiveWorkspace>().Histories));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Lines_put_aside_can_be_downloaded()
    {
        await using StartedServer server = await StartedServer.StartAsync();

        JsonElement done = await ImportAsync(server, SmallFile.Orders + "\no4,C3,x@example.org,someday,1.00,EUR,tea", "?name=orders.csv&force=true");

        Assert.Equal(1, done.GetProperty("result").GetProperty("quarantined").GetInt32());
        Assert.Contains("someday", await server.Owner.GetStringAsync(new Uri(done.GetProperty("quarantine").GetString()!, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_cannot_be_read_is_refused_with_the_verbs_reason()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        JsonElement done = await ImportAsync(server, "a,b\n1,2\n", "?name=orders.csv");
        Assert.Equal(("refused", "column_missing"), (done.GetProperty("status").GetString(), done.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Lines_are_accounted_under_the_import_they_came_with()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await ImportAsync(server, SmallFile.Orders + "\no4,C3,x@example.org,someday,1.00,EUR,tea", "?name=orders.csv&force=true");
        await ImportAsync(server, SmallFile.Orders + "\no5,C3,x@example.org,2026-02-12,1.00,EUR,tea", "?name=again.csv");
        server.Time.Pass(TimeSpan.FromSeconds(1));

        JsonElement account = await Get(server, "/api/accounting");

        string[] rows = [.. account.GetProperty("hours").EnumerateArray().Select(row => $"{row.GetProperty("kind")} {row.GetProperty("name")} {row.GetProperty("counts")}").Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                """import again.csv {"received":4,"stored":1,"duplicates":3,"quarantined":0}""",
                """import orders.csv {"received":4,"stored":3,"duplicates":0,"quarantined":1}""",
            ],
            rows);
    }

    [Fact]
    public async Task Upload_that_a_crash_broke_off_is_run_at_the_next_start()
    {
        await using StartedServer server = await StartedServer.StartAsync(options =>
        {
            string folder = Path.Combine(options.Workspace, "imports", "1");
            Directory.CreateDirectory(Path.Combine(folder, "upload"));
            File.WriteAllText(Path.Combine(folder, "upload", "orders.csv"), SmallFile.Orders);
            File.WriteAllText(
                Path.Combine(folder, "asked.json"),
                """{"id":1,"file":"orders.csv","kind":null,"map":[],"currency":null,"source":null,"force":false,"language":"en","uploadedAt":"2026-03-01T11:00:00Z"}""");
            return options;
        });

        Assert.Equal("done", (await EndOf(server, "/api/imports/1")).GetProperty("status").GetString());
        Assert.Equal("C1", (await Get(server, "/api/customers/C1")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Form_with_a_file_is_taken_and_its_name_is_only_a_name()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent(SmallFile.Orders), "file", "../../../orders.csv" } };

        HttpResponseMessage answer = await server.Owner.PostAsync(new Uri("/api/imports", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("orders.csv", (await answer.JsonAsync()).GetProperty("file").GetString());
        Assert.Equal("done", (await EndOf(server, answer.Headers.Location!.ToString())).GetProperty("status").GetString());
    }

    private static async Task<JsonElement> ImportAsync(StartedServer server, string text, string query)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        HttpResponseMessage answer = await server.Owner.PostAsync(new Uri("/api/imports" + query, UriKind.Relative), body);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await EndOf(server, answer.Headers.Location!.ToString());
    }

    private static async Task<JsonElement> EndOf(StartedServer server, string address)
    {
        while (true)
        {
            JsonElement state = await Get(server, address);
            if (state.GetProperty("status").GetString() is "done" or "refused" or "failed")
            {
                return state;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<JsonElement> Get(StartedServer server, string address) =>
        JsonDocument.Parse(await server.Owner.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    /// <summary>What a base says, without the numbers it gives to things.</summary>
    private static List<string> Said(HistoryBase histories)
    {
        var said = new List<string>();
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            for (int i = 0; i < histories[subject].Count; i++)
            {
                FactRow row = histories[subject].RowOf(i);
                string item = histories.Vocabulary.TextOf(row.Fact.Item);
                string category = histories.Vocabulary.TextOf(histories.Vocabulary.CategoryOf(row.Fact.Item));
                string value = row.Fact.Kind == Domain.Facts.FactKind.AttributeChanged ? histories.Vocabulary.TextOf((int)row.Fact.Value) : row.Fact.Value.ToString();
                said.Add($"{histories.Subjects.KeyOf(subject)} {histories.Vocabulary.NameOf(row.Fact.Kind)} {row.Fact.At} {value} {item} {category} {row.Fact.Currency} {row.Link} {row.Extra.Quantity}");
            }
        }

        said.Sort(StringComparer.Ordinal);
        return said;
    }
}
