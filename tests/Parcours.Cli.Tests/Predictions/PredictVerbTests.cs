using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Engine.Samples;

namespace Parcours.Cli.Predictions;

public sealed class PredictVerbTests : IDisposable
{
    private static readonly WorkspaceOpener Shop = BaseStore.Opener(SampleShop.Histories(1500, 7, ordersOnly: false));
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-predict-").FullName;

    [Fact]
    public void Predict_writes_a_line_a_customer_in_the_agreed_columns()
    {
        string file = Path.Combine(_folder, "predictions.csv");
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Done, run.Run("predict", "--horizon", "90d", "--out", file, "--workspace", _folder, "--json"));

        string[] lines = File.ReadAllLines(file);
        Assert.StartsWith("customer,p_alive,p_no_order,expected_orders,expected_value,clv_365,next_order_at,churn,reasons", lines[0], StringComparison.Ordinal);
        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(answer.GetProperty("customers").GetInt32(), lines.Length - 1);
        Assert.All(lines.Skip(1), line =>
        {
            string[] cells = line.Split(',');
            double alive = double.Parse(cells[1], CultureInfo.InvariantCulture);
            double none = double.Parse(cells[2], CultureInfo.InvariantCulture);
            Assert.InRange(alive, 0, 1);
            Assert.InRange(none, 1 - alive - 1e-9, 1); // who has left does not order
            Assert.True(double.Parse(cells[3], CultureInfo.InvariantCulture) >= 0);
            Assert.InRange(double.Parse(cells[7], CultureInfo.InvariantCulture), 0, 1);
        });
    }

    [Fact]
    public void Horizon_longer_than_the_past_is_refused()
    {
        var run = new TestRun(Shop);

        Assert.Equal(ExitCode.Refused, run.Run("predict", "--horizon", "9y", "--workspace", _folder, "--json"));

        Assert.Equal("horizon_too_long", JsonDocument.Parse(run.Error).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Base_without_a_repeat_order_gets_warnings_and_no_forecast()
    {
        var orders = Enumerable.Range(0, 40).Select(i => ($"c{i}", new[] { ($"2025-0{1 + (i % 6)}-1{i % 10}", 1000L) })).ToArray();
        var run = new TestRun(BaseStore.Opener(BaseStore.Orders(orders)));

        Assert.Equal(ExitCode.Done, run.Run("predict", "--horizon", "30d", "--workspace", _folder, "--json"));

        JsonElement answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(0, answer.GetProperty("customers").GetInt32());
        Assert.Contains("no_repeat_purchase", answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
