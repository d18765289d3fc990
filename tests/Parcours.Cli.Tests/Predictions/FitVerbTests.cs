using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;

namespace Parcours.Cli.Predictions;

/// <summary>The published figures are those of Fader, Hardie and Lee (2005) and of the packages named in the statistics' own tests.</summary>
public sealed class FitVerbTests(ImportedFiles files) : IClassFixture<ImportedFiles>
{
    private const double LogLikelihood = 0.01;
    private const double Relative = 1e-3;
    private const int ManyCustomers = 40;

    [Theory]
    [InlineData("cdnow-sample.csv", "bgnbd", 2357, -9582.4292, "r .2425945 alpha 4.4136019 a .7929199 b 2.4258881", 1653.4, 1882)]
    [InlineData("cdnow-sample.csv", "mbgnbd", 2357, -9582.1357, "r .5248436 alpha 6.183093 a .8913878 b 1.614048", 1576.7, 1882)]
    [InlineData("cdnow-sample.csv", "pnbd", 2357, -9594.9762, "r .55327 alpha 10.5778 s .60602 beta 11.66391", 1665.5, 1882)]
    [InlineData("cdnow.csv", "bgnbd", 23570, -95368.4439, "r .2516238 alpha 4.788941 a .7234296 b 2.161077", 16873.8, 19684)]
    [InlineData("cdnow.csv", "mbgnbd", 23570, -95336.958, "r .6371297 alpha 7.310225 a .8074913 b 1.228443", 15933.5, 19684)]
    [InlineData("cdnow.csv", "pnbd", 23570, -95415.1186, "r .5974136 alpha 11.58511 s .5221701 beta 8.825979", 17153.0, 19684)]
    public void Imported_cdnow_gives_the_published_fit_and_forecast(string file, string model, int customers, double logLikelihood, string parameters, double predicted, int actual)
    {
        JsonElement answer = Fit(file, model);

        Assert.Equal(model, answer.GetProperty("model").GetString());
        Assert.Equal(customers, answer.GetProperty("customers").GetInt32());
        Assert.Equal(logLikelihood, answer.GetProperty("logLikelihood").GetDouble(), LogLikelihood);
        Assert.True(answer.GetProperty("converged").GetBoolean());
        Assert.Equal(0, answer.GetProperty("warnings").GetArrayLength());
        Check(parameters, answer.GetProperty("parameters"));
        Assert.Equal(4, answer.GetProperty("standardErrors").EnumerateObject().Count());
        JsonElement holdout = answer.GetProperty("holdout");
        Assert.Equal(actual, holdout.GetProperty("actual").GetInt32());
        Near(predicted, holdout.GetProperty("predicted").GetDouble());
        Assert.InRange(holdout.GetProperty("mae").GetDouble(), 0.1, holdout.GetProperty("rmse").GetDouble());
        Assert.InRange(holdout.GetProperty("correlation").GetDouble(), 0.5, 0.8);
    }

    [Theory]
    [InlineData("cdnow-sample.csv", 946, -4055.9177, "p 6.249349 q 3.744256 gamma 15.44431", "")]
    [InlineData("cdnow.csv", 9450, -40763.4763, "p 6.275343 q 3.624443 gamma 14.98371", "spend_not_positive")]
    public void Imported_cdnow_gives_the_published_spend_model(string file, int customers, double logLikelihood, string parameters, string warnings)
    {
        JsonElement answer = Fit(file, "gg");

        Assert.Equal(customers, answer.GetProperty("customers").GetInt32());
        Assert.Equal(logLikelihood, answer.GetProperty("logLikelihood").GetDouble(), LogLikelihood);
        Check(parameters, answer.GetProperty("parameters"));
        Assert.Equal(warnings, string.Join(' ', Warnings(answer)));
        Assert.InRange(answer.GetProperty("holdout").GetProperty("predicted").GetDouble() / answer.GetProperty("holdout").GetProperty("actual").GetDouble(), 0.8, 1.2);
    }

    [Fact]
    public void Regularity_is_chosen_by_the_likelihood_or_as_told()
    {
        JsonElement chosen = Fit("cdnow-sample.csv", "mbgcnbd");
        JsonElement told = Fit("cdnow-sample.csv", "mbgcnbd", "--regularity", "2");

        Assert.Equal(1, chosen.GetProperty("regularity").GetInt32());
        Assert.Equal(-9582.1357, chosen.GetProperty("logLikelihood").GetDouble(), LogLikelihood);
        Assert.Equal(2, told.GetProperty("regularity").GetInt32());
        Assert.True(told.GetProperty("logLikelihood").GetDouble() < chosen.GetProperty("logLikelihood").GetDouble());
    }

    [Fact]
    public void Opportunities_are_whole_calendar_periods()
    {
        JsonElement answer = Fit("cdnow-sample.csv", "bgbb", "--unit", "month");

        Assert.Equal("month", answer.GetProperty("unit").GetString());
        Assert.Equal(2357, answer.GetProperty("customers").GetInt32());
        Assert.Equal(4, answer.GetProperty("parameters").EnumerateObject().Count());
        JsonElement holdout = answer.GetProperty("holdout");
        Assert.Equal("1998-06-30", holdout.GetProperty("until").GetString());
        Assert.InRange(holdout.GetProperty("predicted").GetDouble() / holdout.GetProperty("actual").GetDouble(), 0.6, 1.2);
        Assert.InRange(holdout.GetProperty("correlation").GetDouble(), 0.4, 0.8);
    }

    [Fact]
    public void People_are_told_in_their_language_what_was_foreseen_and_what_the_model_does_not_know()
    {
        var run = new TestRun(ImportedFiles.Opener);
        Assert.Equal(ExitCode.Done, run.Run([.. Words("cdnow-sample.csv", "bgnbd"), "--lang", "fr"]));
        Assert.Contains("BG/NBD sur 2\u202F357 clients jusqu'au 30/09/1997, temps en semaines", run.Out, StringComparison.Ordinal);
        Assert.Contains("1\u202F653,4", run.Out, StringComparison.Ordinal);
        Assert.Contains("une saison, une tendance ou une action à venir n'est pas prévue", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_beyond_the_data_is_refused_with_the_longest_one()
    {
        var run = new TestRun(ImportedFiles.Opener);
        string workspace = files.WorkspaceOf("cdnow-sample.csv");
        Assert.Equal(ExitCode.Refused, run.Run("fit", "bgnbd", "--calibrate-until", "1997-09-30", "--holdout-until", "1999-01-01", "--workspace", workspace));
        Assert.Contains("--holdout-until 1998-06-30", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, run.Run("fit", "bgnbd", "--calibrate-until", "1997-09-30", "--holdout-until", "1997-09-30", "--workspace", workspace, "--json"));
        Assert.Contains("holdout_empty", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, run.Run("fit", "bgnbd", "--holdout-until", "1998-06-30", "--workspace", workspace));
        Assert.Equal(ExitCode.WrongUsage, run.Run("fit", "mbgcnbd", "--regularity", "21", "--workspace", workspace));
        Assert.Equal(ExitCode.WrongUsage, run.Run("fit", "weibull", "--workspace", workspace));
    }

    [Fact]
    public void Few_customers_are_said_to_be_few()
    {
        JsonElement answer = Fit(BaseStore.Orders(
            ("anna", [("2025-01-01", 1000), ("2025-03-02", 1000), ("2025-05-01", 1000)]), ("boris", [("2025-01-10", 1000), ("2025-06-11", 1000)]), ("chloé", [("2025-01-10", 1000)])), "bgnbd");

        Assert.Contains("few_customers", Warnings(answer));
    }

    [Theory]
    [InlineData("bgnbd", "no_repeat_purchase")]
    [InlineData("pnbd", "no_repeat_purchase")]
    [InlineData("bgbb", "no_opportunity")]
    [InlineData("gg", "no_repeat_spend")]
    public void Nobody_who_came_back_leaves_no_figure_at_all(string model, string warning)
    {
        JsonElement answer = Fit(BaseStore.Orders([.. Enumerable.Range(0, ManyCustomers).Select(i => ("c" + i, new[] { ($"2025-01-{(i % 28) + 1:00}", 1000L) }))]), model);

        Assert.Contains(warning, Warnings(answer));
        Assert.Empty(answer.GetProperty("parameters").EnumerateObject());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("logLikelihood").ValueKind);
        Assert.False(answer.GetProperty("converged").GetBoolean());
    }

    [Fact]
    public void One_single_date_leaves_no_figure_at_all()
    {
        JsonElement answer = Fit(BaseStore.Orders([.. Enumerable.Range(0, ManyCustomers).Select(i => ("c" + i, new[] { ("2025-01-01", 1000L) }))]), "bgnbd");

        Assert.Equal(["single_date"], Warnings(answer));
        Assert.Empty(answer.GetProperty("parameters").EnumerateObject());
    }

    [Fact]
    public void Gifts_are_left_out_of_the_spend_model_and_said()
    {
        JsonElement answer = Fit(BaseStore.Orders([.. Enumerable.Range(0, ManyCustomers).Select(i => (
            "c" + i, new[] { ("2025-01-01", 1000L), ("2025-02-01", i < 3 ? 0L : 800 + (i * 37)), ("2025-04-01", i < 3 ? 0L : 900 + (i * 23)) }))]), "gg");

        Assert.Contains("spend_not_positive", Warnings(answer));
        Assert.Equal(ManyCustomers - 3, answer.GetProperty("customers").GetInt32());
    }

    [Fact]
    public void Customers_who_never_stop_are_told_by_the_model_without_attrition()
    {
        // Everybody buys to the very end, at paces of their own.
        var random = new Random(7);
        DateTime start = new(2024, 1, 1);
        (string, (string, long)[])[] customers = [.. Enumerable.Range(0, 200).Select(i =>
        {
            int every = 7 + (random.Next(0, 40));
            return ("c" + i, Enumerable.Range(0, 360 / every).Select(k => (start.AddDays((k * every) + random.Next(0, 5)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 1000L)).ToArray());
        })];

        JsonElement answer = Fit(BaseStore.Orders(customers), "pnbd");

        Assert.Contains("no_attrition_visible", Warnings(answer));
        Assert.Equal("nbd", answer.GetProperty("model").GetString());
        Assert.Equal("pnbd", answer.GetProperty("asked").GetString());
    }

    [Fact]
    public void Workspace_without_orders_is_refused()
    {
        var run = new TestRun(BaseStore.Opener(BaseStore.Orders()));
        Assert.Equal(ExitCode.Refused, run.Run("fit", "bgnbd", "--json"));
        Assert.Contains("no_facts", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_of_all_the_data_is_kept_in_the_workspace()
    {
        string workspace = files.WorkspaceOf("cdnow-sample.csv");
        var run = new TestRun(ImportedFiles.Opener);
        Assert.Equal(ExitCode.Done, run.Run("fit", "mbgnbd", "--workspace", workspace, "--json"));
        Assert.Equal("1998-06-30", JsonDocument.Parse(run.Out).RootElement.GetProperty("calibrate_until").GetString());
        Assert.True(File.Exists(Path.Combine(workspace, "models", "mbgnbd-week.json")));
    }

    private static JsonElement Fit(HistoryBase histories, string model)
    {
        var run = new TestRun(BaseStore.Opener(histories));
        Assert.Equal(ExitCode.Done, run.Run("fit", model, "--json", "--workspace", Path.Combine(Path.GetTempPath(), "parcours-no-such-folder")));
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static string[] Warnings(JsonElement answer) => [.. answer.GetProperty("warnings").EnumerateArray().Select(code => code.GetString()!)];

    private static void Check(string parameters, JsonElement found)
    {
        string[] words = parameters.Split(' ');
        for (int i = 0; i < words.Length; i += 2)
        {
            Near(double.Parse(words[i + 1], CultureInfo.InvariantCulture), found.GetProperty(words[i]).GetDouble());
        }
    }

    private static void Near(double expected, double found) => Assert.Equal(expected, found, Relative * Math.Abs(expected));

    private JsonElement Fit(string file, string model, params string[] more)
    {
        var run = new TestRun(ImportedFiles.Opener);
        int code = run.Run([.. Words(file, model), "--json", .. more]);
        Assert.True(code == ExitCode.Done, run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private string[] Words(string file, string model) =>
        ["fit", model, "--calibrate-until", "1997-09-30", "--holdout-until", "1998-06-30", "--workspace", files.WorkspaceOf(file)];
}
