using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Sources;

public sealed class SourceVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-sources-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Source_added_is_listed_without_its_secrets_and_removed()
    {
        string secret = Path.Combine(_folder.FullName, "secret.txt");
        File.WriteAllText(secret, "whisper\n");
        JsonElement added = Json("source", "add", "shopify", "--name", "paris", "--secret", "file:" + secret, "--address", "paris.myshopify.com", "--token", "shpat_1", "--since", "2026-01-01");
        Assert.Equal("/hooks/shopify/paris", added.GetProperty("hook_path").GetString());
        Assert.Contains("/hooks/shopify/paris", Run("source", "list").Out, StringComparison.Ordinal);

        string kept = File.ReadAllText(Path.Combine(_folder.FullName, "sources", "paris.json"));
        Assert.Equal("/hooks/shopify/paris", Json("source", "list").GetProperty("sources")[0].GetProperty("hook_path").GetString());
        Assert.All(new[] { "whisper", "shpat_1" }, hidden => Assert.DoesNotContain(hidden, kept + Run("source", "list", "--json").Out, StringComparison.Ordinal));

        Assert.Equal("paris", Json("source", "remove", "paris").GetProperty("removed").GetString());
        Assert.Equal(0, Json("source", "list").GetProperty("sources").GetArrayLength());
    }

    [Theory]
    [InlineData("unknown_source_kind", "source", "add", "shopfy", "--name", "paris", "--secret", "x")]
    [InlineData("source_name_invalid", "source", "add", "shopify", "--name", "../paris", "--secret", "x")]
    [InlineData("source_incomplete", "source", "add", "shopify", "--name", "paris")]
    [InlineData("source_address_invalid", "source", "add", "prestashop", "--name", "paris", "--address", "http://10.0.0.1", "--token", "x")]
    [InlineData("mapping_missing", "source", "add", "generic", "--name", "forms", "--secret", "x")]
    [InlineData("secret_missing", "source", "add", "shopify", "--name", "paris", "--secret", "env:NOT_SET_ANYWHERE")]
    [InlineData("file_missing", "source", "add", "shopify", "--name", "paris", "--secret", "file:/nowhere/secret.txt")]
    [InlineData("source_not_found", "source", "remove", "paris")]
    public void Refusal_has_its_code_and_exit_code(string code, params string[] words)
    {
        (int exit, _, string error) = Run([.. words, "--json"]);
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Equal(code, JsonDocument.Parse(error).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    private JsonElement Json(params string[] words)
    {
        (int code, string output, string error) = Run([.. words, "--json"]);
        Assert.Equal((ExitCode.Done, ""), (code, error));
        return JsonDocument.Parse(output).RootElement;
    }

    private (int Code, string Out, string Error) Run(params string[] words)
    {
        var run = new TestRun(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));
        int code = run.Run([.. words, "--workspace", _folder.FullName]);
        return (code, run.Out, run.Error);
    }
}
