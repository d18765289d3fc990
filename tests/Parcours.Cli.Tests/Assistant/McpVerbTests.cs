using System.Diagnostics;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;

namespace Parcours.Cli.Assistant;

/// <summary>An assistant speaks JSON-RPC to the built product over its standard input and output.</summary>
public sealed class McpVerbTests
{
    private const string Orders = """
        order_id,customer_id,email,date,amount,currency,product
        o1,C1,ann@example.org,2026-01-10,10.00,EUR,tea
        o2,C1,ann@example.org,2026-02-10,20.00,EUR,coffee
        o3,C2,paul@example.org,2026-02-11,5.50,EUR,tea
        """;

    [Fact]
    public void Assistant_asks_a_workspace()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("parcours-mcp-");
        string file = Path.Combine(folder.FullName, "orders.csv");
        File.WriteAllText(file, Orders);
        using (Process import = Process.Start(ServedWorkspace.Words(["import", file], folder.FullName))!)
        {
            import.WaitForExit();
        }

        using (var session = new Session(ServedWorkspace.Words(["mcp"], folder.FullName)))
        {
            Ask(session);
            (bool isError, JsonElement refused) = session.Call("segment_size", new { where = "orders >=" }, isText: true);
            Assert.True(isError);
            Assert.Contains("line 1, column 10", refused.GetString(), StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Assistant_asks_a_running_server_with_a_key()
    {
        using var server = new ServedWorkspace();
        using (var client = new HttpClient { BaseAddress = server.Address })
        {
            string write = JsonDocument.Parse(server.Run("key", "create", "--kind", "write", "--json").Out).RootElement.GetProperty("key").GetString()!;
            foreach (string fact in (string[])
            [
                """{"kind":"order","customer":"C1","email":"ann@example.org","at":"2026-01-10T10:00:00Z","value":"10.00","currency":"EUR","link":"o1"}""",
                """{"kind":"order","customer":"C1","email":"ann@example.org","at":"2026-02-10T10:00:00Z","value":"20.00","currency":"EUR","link":"o2"}""",
                """{"kind":"order","customer":"C2","email":"paul@example.org","at":"2026-02-11T10:00:00Z","value":"5.50","currency":"EUR","link":"o3"}""",
            ])
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/facts") { Content = new StringContent(fact) };
                request.Headers.Authorization = new("Bearer", write);
                client.Send(request).EnsureSuccessStatusCode();
            }
        }

        string key = JsonDocument.Parse(server.Run("key", "create", "--kind", "server", "--scope", "customers:read", "--scope", "analyses:read", "--json").Out).RootElement
            .GetProperty("key").GetString()!;
        ProcessStartInfo start = ServedWorkspace.Words(["mcp", "--url", server.Address.ToString()], server.Folder);
        start.Environment["PARCOURS_KEY"] = key;
        using (var session = new Session(start))
        {
            Ask(session);
        }

        start.Environment["PARCOURS_KEY"] = "nothing";
        using (var session = new Session(start))
        {
            Assert.True(session.Call("list_lifecycles", new { }, isText: true).IsError);
        }
    }

    private static void Ask(Session session)
    {
        IEnumerable<JsonElement> tools = session.Request("tools/list", new { }).GetProperty("tools").EnumerateArray();
        Assert.Equal(
            ["at_risk", "conversion", "explain_customer", "find_customer", "list_lifecycles", "segment_size", "stage_counts"],
            tools.Select(tool => tool.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean()));

        JsonElement found = session.Call("find_customer", new { text = "ann@" }).Answer;
        Assert.Equal("C1", found.GetProperty("items")[0].GetProperty("id").GetString());
        JsonElement customer = session.Call("explain_customer", new { customer = "ann@example.org" }).Answer;
        Assert.Equal(("C1", "30.00"), (customer.GetProperty("id").GetString(), customer.GetProperty("orders").GetProperty("spend").GetString()));
        JsonElement stages = session.Call("stage_counts", new { at = "2026-02-20" }).Answer;
        Assert.Equal(1, stages.GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("id").GetString() == "active").GetProperty("subjects").GetInt32());
        Assert.Equal(1, session.Call("segment_size", new { where = "orders >= 2", at = "2026-02-20" }).Answer.GetProperty("customers").GetInt32());
        Assert.Equal(4, session.Call("conversion", new { at = "2026-02-20" }).Answer.GetProperty("path").GetArrayLength());
    }

    private sealed class Session : IDisposable
    {
        private readonly Process _process;
        private int _id;

        public Session(ProcessStartInfo start)
        {
            start.RedirectStandardInput = true;
            _process = Process.Start(start)!;
            _ = _process.StandardError.ReadToEndAsync();
            Request("initialize", new { protocolVersion = "2025-06-18", capabilities = new { }, clientInfo = new { name = "test", version = "1" } });
            Send(new { jsonrpc = "2.0", method = "notifications/initialized" });
        }

        public JsonElement Request(string method, object parameters)
        {
            int id = ++_id;
            Send(new { jsonrpc = "2.0", id, method, @params = parameters });
            while (true)
            {
                JsonElement said = JsonDocument.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The session ended.")).RootElement;
                if (said.TryGetProperty("id", out JsonElement answered) && answered.GetInt32() == id)
                {
                    return said.GetProperty("result");
                }
            }
        }

        public (bool IsError, JsonElement Answer) Call(string tool, object arguments, bool isText = false)
        {
            JsonElement result = Request("tools/call", new { name = tool, arguments });
            JsonElement text = result.GetProperty("content")[0].GetProperty("text");
            return (result.TryGetProperty("isError", out JsonElement isError) && isError.GetBoolean(), isText ? text : JsonDocument.Parse(text.GetString()!).RootElement);
        }

        public void Dispose()
        {
            _process.StandardInput.Close();
            Assert.True(_process.WaitForExit(TimeSpan.FromMinutes(1)));
            Assert.Equal(ExitCode.Done, _process.ExitCode);
            _process.Dispose();
        }

        private void Send(object message)
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(message));
            _process.StandardInput.Flush();
        }
    }
}
