using System.Net;
using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Serving;

public sealed class ServeVerbTests
{
    // SIGINT is left out: a process started in the background of a shell is born deaf to it.
    [Fact]
    public async Task Server_told_to_stop_ends_well_and_leaves_the_workspace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with kill");
        using var served = new ServedWorkspace();
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(served.Address, "/ready"))).StatusCode);

        Assert.Equal(ExitCode.Done, served.End("-TERM"));

        Assert.False(File.Exists(Path.Combine(served.Folder, "parcours.writer")));
        Assert.False(File.Exists(Path.Combine(served.Folder, "parcours.sock")));
    }

    [Fact]
    public async Task Log_has_one_object_a_line_with_numbers_and_no_address()
    {
        using var served = new ServedWorkspace();
        using var client = new HttpClient();
        await client.DeleteAsync(new Uri(served.Address, "/api/keys/4711?email=ada@example.com"));
        await client.GetAsync(new Uri(served.Address, "/elsewhere/ada@example.com"));

        Assert.Equal(ExitCode.Done, served.End("-TERM"));

        List<JsonElement> lines = [.. served.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("State"))];
        Assert.Equal(["/api/keys/{id:int}", "none"], lines.Select(line => line.GetProperty("Route").GetString()));
        Assert.Equal(["401", "404"], lines.Select(line => line.GetProperty("Status").ToString()));
        Assert.DoesNotContain("4711", served.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", served.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_writer_is_told_that_the_server_holds_the_workspace()
    {
        using var served = new ServedWorkspace();

        (int code, _, string error) = served.Run("serve", "--port", "0");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("parcours serve", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Port_that_is_taken_is_one_sentence()
    {
        using var served = new ServedWorkspace();
        using var other = new ServedWorkspace();
        Assert.Equal(ExitCode.Done, other.End("-TERM"));

        (int code, _, string error) = other.Run("serve", "--port", $"{served.Address.Port}");

        Assert.Equal(ExitCode.Refused, code);
        Assert.StartsWith($"The server cannot start: it cannot listen on 127.0.0.1:{served.Address.Port}", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--listen", "everywhere")]
    [InlineData("--public-address", "parcours")]
    [InlineData("--port", "many")]
    public void Option_that_cannot_be_read_is_wrong_usage(string option, string value)
    {
        var run = new TestRun();
        Assert.Equal(ExitCode.WrongUsage, run.Run("serve", option, value));
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
    }
}
