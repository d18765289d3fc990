using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Lifecycles;

/// <summary>Twenty customers who bought every 30 days in 2020 and every 90 days from 2021 to 2024.</summary>
public sealed class LifecycleVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-lifecycle-verb-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    public LifecycleVerbTests()
    {
        var text = new StringBuilder("customer,date,amount\n");
        for (int customer = 0; customer < 20; customer++)
        {
            var first = new DateOnly(2020, 1, 1 + customer);
            for (int order = 0; order < 28; order++)
            {
                text.Append(CultureInfo.InvariantCulture, $"c{customer},{first.AddDays(order < 12 ? order * 30 : 330 + ((order - 11) * 90)):yyyy-MM-dd},20\n");
            }
        }

        string file = Path.Combine(_folder, "orders.csv");
        File.WriteAllText(file, text.ToString());
        Run("import", file);
    }

    [Fact]
    public void Adopted_threshold_is_shown_beside_what_the_rhythm_says()
    {
        Run("lifecycle", "show", "crm-segments", "--at", "2021-01-02", "--json");
        Assert.Empty(JsonDocument.Parse(_run.Out).RootElement.GetProperty("drift").EnumerateObject());
        Run("lifecycle", "adopt", "crm-segments", "--at", "2021-01-02");
        Assert.Contains("inactive_after is now 90.0 days (median gap × 3, at least 30 days, at most 3 years).", _run.Out, StringComparison.Ordinal);

        Run("lifecycle", "show", "crm-segments", "--at", "2024-12-01", "--json");

        JsonElement drift = JsonDocument.Parse(_run.Out).RootElement.GetProperty("drift").GetProperty("inactive_after");
        Assert.Equal((90, 270, 2), (drift.GetProperty("adopted_days").GetDouble(), drift.GetProperty("rhythm_days").GetDouble(), drift.GetProperty("change").GetDouble()));
        Run("lifecycle", "show", "crm-segments", "--at", "2024-12-01");
        Assert.Contains("270.0 (+200%)", _run.Out, StringComparison.Ordinal);
        Assert.Contains("adopted; was", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void French_reader_gets_reasons_and_formulas_in_french()
    {
        Run("customer", "c0", "--at", "2026-02-01", "--lang", "fr");
        Assert.Contains("silence(commande) ≥ «", _run.Out, StringComparison.Ordinal);
        Assert.Contains("05/11/2024 ; 270 jours)".Replace(" ;", "\u00a0;", StringComparison.Ordinal), _run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("silence(order)", _run.Out, StringComparison.Ordinal);
        Run("lifecycle", "show", "crm-segments", "--at", "2024-12-01", "--lang", "fr");
        Assert.Contains("délai médian ×", _run.Out, StringComparison.Ordinal);
        Run("rhythm", "--at", "2024-12-01", "--lang", "fr");
        Assert.Contains("Inactif après (délai médian × 3", _run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Run(params string[] words)
    {
        int code = _run.Run([.. words, "--workspace", Path.Combine(_folder, "ws")]);
        Assert.True(code == ExitCode.Done, _run.Error);
    }
}
