using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Identity;

public sealed class MergeVerbTests : IDisposable
{
    private const string Orders = "order_id,customer_id,date,amount,currency\no1,C1,2026-01-10,10.00,EUR\no2,C2,2026-02-10,20.00,EUR\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-merge-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Customers_merged_are_one_and_two_again_when_it_is_undone()
    {
        Import(_folder.FullName);

        (int code, string output, string error) = Run("merge", "C1", "C2", "--json");
        Assert.True(code == ExitCode.Done, error);
        JsonElement merge = JsonDocument.Parse(output).RootElement;
        Assert.Equal(2, Facts("C2"));
        Assert.Equal(ExitCode.Done, Run("unmerge", merge.GetProperty("id").ToString()).Code);
        Assert.Equal((1, 1), (Facts("C1"), Facts("C2")));
    }

    [Theory]
    [InlineData("unknown_customer", "merge", "C1", "C9")]
    [InlineData("same_customer", "merge", "C1", "C1")]
    [InlineData("unknown_merge", "unmerge", "7")]
    public void Merge_that_makes_no_sense_is_refused(string code, params string[] words)
    {
        Import(_folder.FullName);
        (int exit, _, string error) = Run([.. words, "--json"]);
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Equal(code, JsonDocument.Parse(error).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Running_server_merges_for_the_verb()
    {
        using var server = new ServedWorkspace();
        string key = JsonDocument.Parse(server.Run("key", "create", "--kind", "write", "--json").Out).RootElement.GetProperty("key").GetString()!;
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (string customer in (string[])["C1", "C2"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/facts")
            {
                Content = new StringContent($$"""{"kind":"visit","customer":"{{customer}}","at":"2026-01-10T10:00:00Z"}"""),
            };
            request.Headers.Authorization = new("Bearer", key);
            client.Send(request).EnsureSuccessStatusCode();
        }

        JsonElement merge = JsonDocument.Parse(server.Run("merge", "C1", "C2", "--json").Out).RootElement;
        (int code, string output, _) = server.Run("unmerge", merge.GetProperty("id").ToString(), "--for-good");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains($"Merge {merge.GetProperty("id")} is undone.", output, StringComparison.Ordinal);
    }

    private static void Import(string folder)
    {
        string file = Path.Combine(folder, "orders.csv");
        File.WriteAllText(file, Orders);
        Assert.Equal(ExitCode.Done, RunIn(folder, "import", file).Code);
    }

    private int Facts(string customer) => JsonDocument.Parse(Run("customer", customer, "--json").Out).RootElement.GetProperty("facts").GetArrayLength();

    private (int Code, string Out, string Error) Run(params string[] words) => RunIn(_folder.FullName, words);

    private static (int Code, string Out, string Error) RunIn(string folder, params string[] words)
    {
        var run = new TestRun(new WorkspaceOpener(path => SqliteStore.Open(path, forWriting: false), path => SqliteStore.Open(path, forWriting: true)));
        int code = run.Run([.. words, "--workspace", folder, .. words.Contains("--lang") ? Array.Empty<string>() : ["--lang", "en"]]);
        return (code, run.Out, run.Error);
    }
}
