using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Import;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Analyses;

/// <summary>What is foretold of customers one by one, asked of a server that holds a shop of some hundred customers.</summary>
public sealed class ForesightRoutesTests(ForesightRoutesTests.Shop shop) : IClassFixture<ForesightRoutesTests.Shop>
{
    [Theory]
    [InlineData("/api/predictions/winback?limit=3", "list")]
    [InlineData("/api/predictions/timing", "moment")]
    [InlineData("/api/predictions/timing?nth=3&category=Hot", "moment")]
    [InlineData("/api/predictions/timing/critical", "curves")]
    [InlineData("/api/predictions/next?limit=4", "product_backtest")]
    [InlineData("/api/predictions/next/pairs", "pairs")]
    [InlineData("/api/predictions/next/backtest", "product_backtest")]
    [InlineData("/api/predictions/next/customers/C7?limit=2", "products")]
    [InlineData("/api/predictions/churn/backtest?churn=stopped-buying", "learners")]
    [InlineData("/api/cohorts/matter?by=month&horizon=180", "dimensions")]
    [InlineData("/api/value?backtestAt=2025-06-30", "backtest")]
    public async Task Question_is_answered_with_the_members_of_the_verb(string address, string member)
    {
        HttpResponseMessage answer = await shop.Server.Owner.GetAsync(new Uri(address, UriKind.Relative));

        string body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        Assert.NotEqual(JsonValueKind.Null, JsonDocument.Parse(body).RootElement.GetProperty(member).ValueKind);
    }

    [Theory]
    [InlineData("/api/predictions/winback?limit=0", HttpStatusCode.UnprocessableEntity, "wrong_number")]
    [InlineData("/api/predictions/timing?nth=1", HttpStatusCode.UnprocessableEntity, "wrong_number")]
    [InlineData("/api/predictions/timing?category=None", HttpStatusCode.NotFound, "unknown_category")]
    [InlineData("/api/predictions/next?at=yesterday", HttpStatusCode.UnprocessableEntity, "wrong_date")]
    [InlineData("/api/predictions/next?at=2001-01-01", HttpStatusCode.UnprocessableEntity, "no_order_lines")]
    [InlineData("/api/predictions/next/customers/nobody", HttpStatusCode.NotFound, "unknown_customer")]
    [InlineData("/api/predictions/churn/backtest?churn=nothing", HttpStatusCode.NotFound, "unknown_churn")]
    [InlineData("/api/cohorts/matter?by=hour", HttpStatusCode.UnprocessableEntity, "wrong_period")]
    [InlineData("/api/value?backtestAt=2030-01-01", HttpStatusCode.UnprocessableEntity, "backtest_empty")]
    public async Task Question_asked_wrongly_is_refused_with_a_reason(string address, HttpStatusCode status, string code)
    {
        HttpResponseMessage answer = await shop.Server.Owner.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((status, code), (answer.StatusCode, await answer.CodeAsync()));
    }

    /// <summary>A server on a small shop.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("parcours-foresight-").FullName;
        private IWorkspaceStore? _store;

        internal StartedServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _store = SqliteStore.Open(_folder, forWriting: true);
            string path = Path.Combine(_folder, "orders.csv");
            await File.WriteAllTextAsync(path, Orders());
            new Importer(TimeProvider.System).Run(Importer.Plan(new ImportRequest(path), out _)!, _store, null);
            Server = await StartedServer.OnAsync(new() { Workspace = _folder, Port = 0, PasswordRounds = 1000, DiskFloorBytes = 0 }, _store, new SetTime());
        }

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            _store!.Dispose();
            Directory.Delete(_folder, recursive: true);
        }

        private static string Orders()
        {
            string[] products = ["tea", "coffee", "cocoa", "cake", "biscuit", "jam"];
            var random = new Random(5);
            var text = new StringBuilder("order,customer,date,product,category,quantity,total\n");
            int order = 0;
            for (int customer = 0; customer < 300; customer++)
            {
                DateTime date = new DateTime(2024, 1, 1).AddDays(random.Next(400));
                for (int times = 1 + random.Next(9); times > 0 && date < new DateTime(2026, 2, 25); times--)
                {
                    int first = random.Next(3);
                    text.Append(CultureInfo.InvariantCulture, $"O{order},C{customer},{date:yyyy-MM-dd},{products[first]},Hot,1,{10 + first}.00\n");
                    text.Append(CultureInfo.InvariantCulture, $"O{order++},C{customer},{date:yyyy-MM-dd},{products[3 + first]},Sweet,1,{10 + first}.00\n");
                    date = date.AddDays(random.Next(4) == 0 ? 200 + random.Next(200) : 15 + random.Next(60)); // one in four falls silent, and comes back
                }
            }

            return text.ToString();
        }
    }
}
