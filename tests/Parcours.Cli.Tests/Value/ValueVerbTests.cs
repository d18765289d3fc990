using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Predictions;

namespace Parcours.Cli.Value;

public sealed class ValueVerbTests(ImportedFiles files) : IClassFixture<ImportedFiles>, IDisposable
{
    private const int CdnowSample = 2357;

    // The sum of the amounts after 1997-09-30 in the file, in dollars.
    private const double SpentAfterwards = 70_976.40;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-value-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Cdnow_is_worth_what_it_then_spent_within_a_fifth_and_its_deciles_add_up()
    {
        string file = Path.Combine(_folder.FullName, "values.csv");
        JsonElement answer = Answer(files.WorkspaceOf("cdnow-sample.csv"), "--horizon", "273d", "--discount", "0", "--at", "1997-09-30", "--backtest-at", "1997-06-30", "--out", file);

        double total = answer.GetProperty("total").GetDouble();
        Assert.InRange(total / SpentAfterwards, 0.8, 1.2);
        Assert.InRange(total, answer.GetProperty("total_low").GetDouble(), answer.GetProperty("total_high").GetDouble());
        Assert.Equal(CdnowSample, answer.GetProperty("customers").GetInt32());
        JsonElement[] deciles = [.. answer.GetProperty("deciles").EnumerateArray()];
        Assert.Equal(10, deciles.Length);
        Assert.Equal(CdnowSample, deciles.Sum(decile => decile.GetProperty("customers").GetInt32()));
        Assert.Equal(total, deciles.Sum(decile => decile.GetProperty("value").GetDouble()), 0.01);
        Assert.InRange(deciles[0].GetProperty("share").GetDouble(), 0.35, 0.75);

        string[][] rows = [.. File.ReadAllLines(file).Select(line => line.Split(','))];
        Assert.Equal("customer,purchase_days,spent,expected_value,low,high,decile", string.Join(',', rows[0]));
        Assert.Equal(CdnowSample + 1, rows.Length);
        Assert.Equal(total, rows.Skip(1).Sum(row => double.Parse(row[3], CultureInfo.InvariantCulture)), 1.0);
        Assert.All(rows.Skip(1), row => Assert.True(double.Parse(row[4], CultureInfo.InvariantCulture) <= double.Parse(row[5], CultureInfo.InvariantCulture)));

        JsonElement test = answer.GetProperty("backtest");
        Assert.Equal(92, test.GetProperty("window_days").GetInt32());
        Assert.InRange(test.GetProperty("forecast").GetDouble() / test.GetProperty("actual").GetDouble(), 0.6, 1.4);
        Assert.True(test.GetProperty("mae").GetDouble() < test.GetProperty("naive").GetProperty("mae").GetDouble());
        Assert.InRange(test.GetProperty("top_decile_capture").GetDouble(), 0.3, test.GetProperty("best_capture").GetDouble());
        Assert.InRange(test.GetProperty("spearman").GetDouble(), 0.2, 0.7);
    }

    [Fact]
    public void Discount_and_horizon_change_the_value_as_they_must()
    {
        string workspace = files.WorkspaceOf("cdnow-sample.csv");
        double year = Answer(workspace, "--model", "bgnbd").GetProperty("total").GetDouble();

        Assert.True(Answer(workspace, "--model", "bgnbd", "--discount", "30").GetProperty("total").GetDouble() < year);
        Assert.True(Answer(workspace, "--model", "bgnbd", "--horizon", "2y").GetProperty("total").GetDouble() > year);
        Assert.True(File.Exists(Path.Combine(workspace, "models", "bgnbd-week.json")));
        Assert.Equal(year, Answer(workspace, "--model", "bgnbd").GetProperty("total").GetDouble());
    }

    [Fact]
    public void Margin_and_cost_of_acquisition_come_from_the_catalogue_and_the_advertising()
    {
        string workspace = Path.Combine(_folder.FullName, "shop");
        Import(workspace, "orders", Orders());
        Import(workspace, "products", "product,category,cost\nmug,kitchen,6\n");
        Import(workspace, "spend", "date,source,amount\n2023-12-01,google,500\n2024-12-31,google,700\n2024-01-01,print,90\n");

        JsonElement answer = Answer(workspace, "--model", "bgnbd");

        JsonElement margin = answer.GetProperty("margin");
        Assert.Equal(0.4, margin.GetProperty("rate").GetDouble(), 1e-9);
        Assert.InRange(margin.GetProperty("revenue_covered").GetDouble(), 0.3, 0.7);
        Assert.Equal(0.4 * answer.GetProperty("total").GetDouble(), margin.GetProperty("total").GetDouble(), 1e-4 * answer.GetProperty("total").GetDouble());
        JsonElement[] sources = [.. answer.GetProperty("sources").EnumerateArray()];
        Assert.Equal(["google", "print"], sources.Select(source => source.GetProperty("source").GetString()));
        Assert.Equal((40, 1200, 30), (
            sources[0].GetProperty("customers").GetInt32(), sources[0].GetProperty("advertising").GetDouble(), sources[0].GetProperty("cost_per_customer").GetDouble()));
        Assert.Equal(JsonValueKind.Null, sources[1].GetProperty("cost_per_customer").ValueKind);

        var run = new TestRun(ImportedFiles.Opener);
        Assert.Equal(ExitCode.Done, run.Run("value", "--model", "bgnbd", "--workspace", workspace, "--lang", "fr"));
        Assert.Contains("Les coûts sont connus pour", run.Out, StringComparison.Ordinal);
        Assert.Contains("une saison, une tendance", run.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, run.Run("cohorts", "--matter", "--workspace", workspace, "--json"));
        JsonElement[] dimensions = [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("dimensions").EnumerateArray()];
        Assert.Equal(["period", "source", "category"], dimensions.Select(dimension => dimension.GetProperty("by").GetString()));
        Assert.Equal(["facebook", "google"], dimensions[1].GetProperty("cohorts").EnumerateArray().Select(cohort => cohort.GetProperty("cohort").GetString()));
        Assert.Contains("kitchen", dimensions[2].GetProperty("cohorts").EnumerateArray().Select(cohort => cohort.GetProperty("cohort").GetString()));
        Assert.Equal(ExitCode.Done, run.Run("cohorts", "--matter", "--workspace", workspace, "--lang", "fr"));
        Assert.Contains("Par source", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Base_where_nobody_came_back_has_no_value_and_says_why()
    {
        var run = new TestRun(BaseStore.Opener(BaseStore.Orders(("anna", [("2025-01-01", 1000)]), ("boris", [("2025-01-10", 1000)]))));

        Assert.Equal(ExitCode.Done, run.Run("value", "--json"));

        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("total").ValueKind);
        Assert.Empty(answer.GetProperty("deciles").EnumerateArray());
        Assert.Contains("no_repeat_purchase", answer.GetProperty("warnings").EnumerateArray().Select(code => code.GetString()));
    }

    [Fact]
    public void Backtest_without_a_day_after_it_is_refused()
    {
        var run = new TestRun(ImportedFiles.Opener);
        Assert.Equal(ExitCode.Refused, run.Run("value", "--model", "nbd", "--backtest-at", "1998-06-30", "--workspace", files.WorkspaceOf("cdnow-sample.csv"), "--json"));
        Assert.Contains("backtest_empty", run.Error, StringComparison.Ordinal);
    }

    // 80 customers over 2024, half from google and half from facebook; a mug at 10 costs 6, the cost of a lamp is not known.
    private static string Orders()
    {
        var random = new Random(21);
        var text = new StringBuilder("order,customer,date,product,category,quantity,price,currency,source\n");
        int order = 0;
        for (int customer = 0; customer < 80; customer++)
        {
            int stays = random.Next(1, 360);
            for (int day = random.Next(0, 120); day < 366; day += 10 + random.Next(0, 60))
            {
                string date = new DateOnly(2024, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                (string product, string category, int price) = random.Next(0, 2) == 0 ? ("mug", "kitchen", 10) : ("lamp", "light", 8 + random.Next(0, 5));
                text.Append(CultureInfo.InvariantCulture, $"{++order},c{customer},{date},{product},{category},{random.Next(1, 4)},{price},EUR,{(customer % 2 == 0 ? "google" : "facebook")}\n");
                if (day > stays)
                {
                    break;
                }
            }
        }

        return text.ToString();
    }

    private void Import(string workspace, string kind, string text)
    {
        string file = Path.Combine(_folder.FullName, kind + ".csv");
        File.WriteAllText(file, text);
        var run = new TestRun(ImportedFiles.Opener);
        int code = run.Run("import", file, "--as", kind, "--currency", "EUR", "--workspace", workspace, "--json");
        Assert.True(code == ExitCode.Done, run.Error);
    }

    private static JsonElement Answer(string workspace, params string[] words)
    {
        var run = new TestRun(ImportedFiles.Opener);
        int code = run.Run(["value", "--workspace", workspace, "--json", .. words]);
        Assert.True(code == ExitCode.Done, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
