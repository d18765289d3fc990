using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Access;

public sealed class KeyVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Key_made_is_listed_and_revoked()
    {
        JsonElement made = Json("key", "create", "--kind", "server", "--scope", "exports:read", "--scope", "analyses:read", "--name", "BI", "--expires", "2027-01-01");
        Assert.Matches("^pcs_[-_A-Za-z0-9]{43}$", made.GetProperty("key").GetString());
        Assert.Equal(1, made.GetProperty("id").GetInt32());
        Assert.Equal("2027-01-01T23:59:59.999999Z", made.GetProperty("expires").GetString());

        Assert.Equal(JsonValueKind.Null, Json("key", "list").GetProperty("keys")[0].GetProperty("revoked").ValueKind);
        Assert.Equal("2026-03-01T12:00:00Z", Json("key", "revoke", "1").GetProperty("revoked").GetString());
        JsonElement listed = Assert.Single(Json("key", "list").GetProperty("keys").EnumerateArray());
        Assert.Equal(["analyses:read", "exports:read"], listed.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.False(listed.TryGetProperty("key", out _));
    }

    [Fact]
    public void Scopes_may_be_listed_with_commas_and_repeated()
    {
        JsonElement made = Json("key", "create", "--kind", "server", "--scope", "exports:read, analyses:read", "--scope", "audit:read");
        Assert.Equal(["analyses:read", "audit:read", "exports:read"], made.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Key_made_for_a_person_is_alone_on_its_line()
    {
        (int code, string output, string error) = Run("key", "create", "--kind", "write", "--lang", "fr");
        Assert.Equal(ExitCode.Done, code);
        Assert.Matches("^pcw_[-_A-Za-z0-9]{43}\n$", output);
        Assert.StartsWith("Clé 1. ", error, StringComparison.Ordinal);
        Assert.Contains("valable", Run("key", "list", "--lang", "fr").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scope_missing", "key", "create", "--kind", "server")]
    [InlineData("scope_unknown", "key", "create", "--kind", "server", "--scope", "all")]
    [InlineData("expiry_past", "key", "create", "--kind", "write", "--expires", "2026-01-01")]
    [InlineData("key_unknown", "key", "revoke", "9")]
    public void Refusal_has_its_code_and_exit_code(string code, params string[] words)
    {
        (int exit, _, string error) = Run([.. words, "--json"]);
        Assert.Equal(ExitCode.Refused, exit);
        Assert.Equal(code, JsonDocument.Parse(error).RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Verb_beside_a_running_server_answers_as_without_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no owner's socket");
        using var served = new ServedWorkspace();
        string[] words = ["key", "create", "--kind", "server", "--scope", "audit:read", "--name", "é", "--expires", "2099-01-01", "--json"];

        JsonElement beside = Parsed(served.Run(words));
        Assert.Equal(ExitCode.Refused, served.Run("key", "revoke", "9").Code);
        Assert.Equal("There is no key 9.", served.Run("key", "revoke", "9").Error.Trim());
        Assert.Equal(1, Parsed(served.Run("key", "list", "--json")).GetProperty("keys").GetArrayLength());
        Assert.NotEqual(JsonValueKind.Null, Parsed(served.Run("key", "revoke", "1", "--json")).GetProperty("revoked").ValueKind);
        served.End("-KILL"); // leaves its socket behind
        JsonElement alone = Parsed(served.Run(words));

        Assert.Equal(beside.EnumerateObject().Select(member => member.Name), alone.EnumerateObject().Select(member => member.Name));
        Assert.Equal(2, alone.GetProperty("id").GetInt32());
        Assert.Equal(beside.GetProperty("name").GetString(), alone.GetProperty("name").GetString());
        Assert.Equal(beside.GetProperty("expires").GetString(), alone.GetProperty("expires").GetString());
    }

    private static JsonElement Parsed((int Code, string Out, string Error) said)
    {
        Assert.Equal((ExitCode.Done, ""), (said.Code, said.Error));
        return JsonDocument.Parse(said.Out).RootElement;
    }

    private JsonElement Json(params string[] words) => Parsed(Run([.. words, "--json"]));

    private (int Code, string Out, string Error) Run(params string[] words)
    {
        var run = new TestRun(new WorkspaceOpener(folder => SqliteStore.Open(folder, forWriting: false), folder => SqliteStore.Open(folder, forWriting: true)));
        int code = run.Run([.. words, "--workspace", _folder.FullName]);
        return (code, run.Out, run.Error);
    }
}
