using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.NextNeed;

public sealed class NextVerbTests : IDisposable
{
    private const double Digits = 0.000001;

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-next-verb-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    // Computed once apart from this code, from the file alone, with the same protocol and the settings that the backtest chooses.
    [Fact]
    public void Complete_journey_gives_the_figures_of_an_independent_computation()
    {
        Import(TestFile.Required("complete-journey/transactions_sample.csv"));

        Assert.Equal(ExitCode.Done, Next("--backtest", "--json"));
        JsonElement answer = JsonDocument.Parse(_run.Out).RootElement;
        Assert.Equal((2377, 47_238, 20_902), (answer.GetProperty("customers").GetInt32(), answer.GetProperty("baskets").GetInt32(), answer.GetProperty("products").GetInt32()));
        JsonElement backtest = answer.GetProperty("product_backtest");
        Assert.Equal("conditional_probability", backtest.GetProperty("item_model").GetProperty("kind").GetString());
        Assert.Equal(365, backtest.GetProperty("personal_model").GetProperty("half_life_days").GetDouble());
        Score(backtest, "personal_frequency", "all", 2270, 0.072046, 0.043515);
        Score(backtest, "item_item", "all", 2270, 0.053847, 0.033236);
        Score(backtest, "item_item", "new", 2132, 0.041886, 0.026360);
        Score(backtest, "best_sellers", "all", 2270, 0.053150, 0.033043);
        Score(backtest, "best_sellers", "new", 2132, 0.041846, 0.026315);
        Assert.Equal(JsonValueKind.Null, backtest.GetProperty("personal_frequency").GetProperty("new").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("category_backtest").ValueKind);
    }

    [Fact]
    public void Customer_is_told_with_reasons_as_of_the_date()
    {
        Import(Write(Lines));

        Assert.Equal(ExitCode.Done, Next("anna", "--at", "2024-02-20", "--json"));
        JsonElement first = JsonDocument.Parse(_run.Out).RootElement.GetProperty("products").GetProperty("again")[0];
        Assert.Equal(("tea", "Drinks"), (first.GetProperty("item").GetString(), first.GetProperty("item_category").GetString()));
        Assert.Equal("bought every 23 days, last 5 days ago", first.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("probability").ValueKind);

        Assert.Equal(ExitCode.Done, Next("anna", "--at", "2024-01-02", "--lang", "fr"));
        Assert.Contains("acheté une fois, il y a 1 jour", _run.Out, StringComparison.Ordinal);
        Assert.Contains("Produits qui seront sans doute rachetés", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Catalogue_keeps_what_is_in_stock_and_in_the_usual_size()
    {
        Import(Write("order,customer,date,product,category,amount\n1,anna,2024-01-01,dress-38,Dresses,50\n2,boris,2024-01-01,dress-38,Dresses,50\n"
            + "2,boris,2024-01-01,coat-38,Dresses,90\n2,boris,2024-01-01,coat-40,Dresses,90\n2,boris,2024-01-01,scarf,Accessories,12\n2,boris,2024-01-01,hat,Accessories,15\n"));
        string catalogue = Path.Combine(_folder, "catalogue.csv");
        File.WriteAllText(catalogue, "sku,size,stock\ndress-38,38,2\ncoat-38,38,1\ncoat-40,40,5\nscarf,,0\nhat,,yes\n");
        Assert.Equal(ExitCode.Done, _run.Run("import", catalogue, "--as", "products", "--workspace", Path.Combine(_folder, "ws")));

        Assert.Equal(ExitCode.Done, Next("anna", "--json"));
        JsonElement products = JsonDocument.Parse(_run.Out).RootElement.GetProperty("products").GetProperty("new");
        Assert.Equal(["coat-38", "hat"], products.EnumerateArray().Select(product => product.GetProperty("item").GetString()));
    }

    [Fact]
    public void Whole_base_goes_to_a_file()
    {
        Import(Write(Lines));
        string path = Path.Combine(_folder, "next.csv");

        Assert.Equal(ExitCode.Done, Next("--out", path, "--top", "1"));
        Assert.Contains("3 customers", _run.Out, StringComparison.Ordinal);
        Assert.StartsWith("customer,level,list,rank,item,", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, Next("--out", _folder));
    }

    [Fact]
    public void Overview_and_pairs_speak_both_languages()
    {
        Import(Write(string.Concat("order,customer,date,product,category,amount\n", string.Concat(Enumerable.Range(0, 40).Select(i =>
            i < 12 ? $"{i},c{i},2024-01-01,lamp,Home,9\n{i},c{i},2024-01-01,tea,Drinks,5\n" : $"{i},c{i},2024-01-01,cup{i % 5},Home,3\n")))));

        Assert.Equal(ExitCode.Done, Next("--pairs", "--lang", "fr"));
        Assert.Contains("Inattendus", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Next("--pairs", "--json"));
        JsonElement pair = JsonDocument.Parse(_run.Out).RootElement.GetProperty("pairs").GetProperty("unexpected")[0];
        Assert.Equal(("lamp", "tea", 12), (pair.GetProperty("first").GetString(), pair.GetProperty("second").GetString(), pair.GetProperty("customers").GetInt32()));
        Assert.Equal(40.0 / 12, pair.GetProperty("lift").GetDouble(), Digits);
        Assert.Equal(ExitCode.Done, Next());
        Assert.Contains("40 customers, 40 baskets, 7 products, 2 categories.", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_say_what_to_do()
    {
        Assert.Equal(ExitCode.Refused, Next());
        Import(Write("customer,date,amount\nanna,2024-01-01,5\n"));
        Assert.Equal(ExitCode.Refused, Next("--json"));
        Assert.Contains("no_order_lines", _run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, Next("nobody", "--json"));
        Assert.Contains("unknown_customer", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna", "--pairs")]
    [InlineData("--backtest", "--out", "x.csv")]
    [InlineData("--top", "0")]
    [InlineData("--top", "many")]
    public void Options_that_make_no_sense_are_wrong_usage(params string[] options) => Assert.Equal(ExitCode.WrongUsage, Next(options));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Lines =
        """
        order,customer,date,product,category,amount
        1,anna,2024-01-01,tea,Drinks,5
        2,anna,2024-01-23,tea,Drinks,5
        3,anna,2024-02-15,tea,Drinks,5
        3,anna,2024-02-15,cup,Home,9
        4,boris,2024-01-05,tea,Drinks,5
        4,boris,2024-01-05,lamp,Home,30
        5,carla,2024-03-01,vase,Home,20
        """;

    private static void Score(JsonElement backtest, string method, string items, int customers, double recall, double ndcg)
    {
        JsonElement score = backtest.GetProperty(method).GetProperty(items);
        Assert.Equal(customers, score.GetProperty("customers").GetInt32());
        Assert.Equal(recall, score.GetProperty("recall_at_10").GetDouble(), Digits);
        Assert.Equal(ndcg, score.GetProperty("ndcg_at_10").GetDouble(), Digits);
    }

    private int Next(params string[] options) => _run.Run(["next", "--workspace", Path.Combine(_folder, "ws"), .. options]);

    private void Import(string file) => Assert.Equal(ExitCode.Done, _run.Run("import", file, "--workspace", Path.Combine(_folder, "ws")));

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "lines.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
