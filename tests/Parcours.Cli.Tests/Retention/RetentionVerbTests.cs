using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Retention;

public sealed class RetentionVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-retention-").FullName;
    private readonly TestRun _run = new(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));

    private string Workspace => Path.Combine(_folder, "ws");

    // It is 1 March 2026.
    private const string Facts =
        """
        {"customer":"bought long ago","kind":"order","at":"2023-02-28","value":10,"currency":"EUR","link":"1"}
        {"customer":"bought in time","kind":"order","at":"2023-03-02","value":10,"currency":"EUR","link":"2"}
        {"customer":"only opened since","kind":"order","at":"2022-01-01","value":10,"currency":"EUR","link":"3"}
        {"customer":"only opened since","kind":"message_opened","at":"2025-06-01"}
        {"customer":"only opened since","kind":"message_sent","at":"2025-06-01"}
        {"customer":"clicked since","kind":"order","at":"2022-01-01","value":10,"currency":"EUR","link":"4"}
        {"customer":"clicked since","kind":"message_clicked","at":"2025-06-01"}
        {"customer":"scanned since","kind":"order","at":"2022-01-01","value":10,"currency":"EUR","link":"5"}
        {"customer":"scanned since","kind":"message_clicked","at":"2025-06-01","automated":true}
        {"customer":"subscribes","kind":"subscription_started","at":"2021-01-01","link":"s"}
        {"customer":"written to, never came","kind":"message_sent","at":"2021-01-01"}
        {"customer":"written to lately","kind":"message_sent","at":"2025-01-01"}
        """;

    [Fact]
    public void Three_years_after_their_last_contact_and_not_before()
    {
        Import();

        Assert.Equal(["bought long ago", "only opened since", "scanned since", "written to, never came"], Expired("--dry-run"));
    }

    [Fact]
    public void Applied_it_erases_them_once_and_the_others_stay()
    {
        Import();
        Run("retention", "--apply", "--json");
        Assert.Equal(4, JsonDocument.Parse(_run.Out).RootElement.GetProperty("people").GetInt32());

        Assert.Empty(Expired());
        Assert.Equal(ExitCode.Refused, _run.Run("customer", "scanned since", "--workspace", Workspace));
        Run("customer", "clicked since");
        Run("retention", "--apply", "--json");
        Assert.Equal(0, JsonDocument.Parse(_run.Out).RootElement.GetProperty("people").GetInt32());
    }

    [Fact]
    public void Workspace_may_say_otherwise_and_a_wrong_file_is_refused()
    {
        Import();
        File.WriteAllText(Path.Combine(Workspace, "retention.yaml"), "expired: silence(order) >= 4 years\n");
        Assert.Equal(["clicked since", "only opened since", "scanned since"], Expired().Intersect(["clicked since", "only opened since", "scanned since"]).Order());

        File.WriteAllText(Path.Combine(Workspace, "retention.yaml"), "expired: silence(ordr) >= 4 years\n");
        Assert.Equal(ExitCode.Refused, _run.Run("retention", "--json", "--workspace", Workspace));
        Assert.Contains("retention_invalid", _run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, _run.Run("retention", "--dry-run", "--apply", "--workspace", Workspace));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Import()
    {
        string path = Path.Combine(_folder, "facts.ndjson");
        File.WriteAllText(path, Facts);
        Run("import", path);
    }

    private void Run(params string[] words) => Assert.Equal(ExitCode.Done, _run.Run([.. words, "--workspace", Workspace]));

    private IEnumerable<string?> Expired(params string[] options)
    {
        Run(["retention", "--json", .. options]);
        return JsonDocument.Parse(_run.Out).RootElement.GetProperty("expired").EnumerateArray().Select(one => one.GetProperty("customer").GetString()).Order().ToList();
    }
}
