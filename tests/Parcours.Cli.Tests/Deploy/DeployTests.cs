using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parcours.Cli.Serving;

namespace Parcours.Cli.Deploy;

/// <summary>What lies in <c>deploy/</c> fits what is built: a systemd unit and a container file that nobody starts here.</summary>
public sealed partial class DeployTests
{
    private static readonly string _deploy = Path.Combine(Repository.Root, "deploy");

    private static string[] Unit => File.ReadAllLines(Path.Combine(_deploy, "parcours.service"));

    private static string[] Container => File.ReadAllLines(Path.Combine(_deploy, "Containerfile"));

    [Fact]
    public void Unit_is_one_that_systemd_takes()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "systemd-analyze is not here");
        string folder = Directory.CreateTempSubdirectory("parcours-unit-").FullName;
        string path = Path.Combine(folder, "parcours.service");
        File.WriteAllText(path, string.Join('\n', Unit).Replace("/opt/parcours/parcours", Product, StringComparison.Ordinal) + "\n");

        using Process verify = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", "--man=no", path]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        string said = verify.StandardError.ReadToEnd() + verify.StandardOutput.ReadToEnd();
        verify.WaitForExit();
        Directory.Delete(folder, recursive: true);

        Assert.DoesNotContain("parcours.service", said, StringComparison.Ordinal); // what it says of other units is not ours
        Assert.True(verify.ExitCode == 0, said);
    }

    [Fact]
    public void Unit_says_each_thing_once_in_a_section_that_knows_it()
    {
        string section = string.Empty;
        var said = new List<string>();
        foreach (string line in Unit.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                section = line;
                continue;
            }

            Assert.Matches("^[A-Z][A-Za-z]+=", line);
            said.Add(section + line[..line.IndexOf('=', StringComparison.Ordinal)]);
        }

        Assert.Equal(said.Distinct(), said);
        Assert.Contains("[Service]ExecStart", said);
        Assert.Contains("ExecStart=/opt/parcours/parcours serve $PARCOURS_OPTIONS", Unit);
        Assert.Contains("Environment=PARCOURS_WORKSPACE=/var/lib/parcours", Unit);
        Assert.Contains("StateDirectory=parcours", Unit); // which systemd makes as /var/lib/parcours
    }

    [Fact]
    public async Task Container_copies_what_publish_makes_and_its_command_starts_a_server()
    {
        string publish = File.ReadAllText(Path.Combine(Repository.Root, "eng", "publish"));
        Assert.Contains("name=parcours-$version-$1", publish, StringComparison.Ordinal);
        Assert.Contains("\"$artifacts/$name.tar.gz\"", publish, StringComparison.Ordinal);
        Assert.Contains("artifacts=$root/artifacts", publish, StringComparison.Ordinal);
        Assert.Contains("ADD artifacts/parcours-*-linux-x64.tar.gz /opt/", Container);
        Assert.Contains(Container, line => line.StartsWith("RUN ln -s /opt/parcours-*/parcours /usr/local/bin/parcours", StringComparison.Ordinal));
        Assert.Equal(["parcours"], Words("ENTRYPOINT"));

        string[] command = Words("CMD");
        Assert.Equal("serve", command[0]);
        using var served = new ServedWorkspace(command[1..]);
        using var client = new HttpClient();
        HttpResponseMessage health = await client.GetAsync(new Uri($"http://127.0.0.1:{served.Address.Port}/health"), TestContext.Current.CancellationToken);
        Assert.True(health.IsSuccessStatusCode);
        Assert.Equal(0, served.End("-TERM")); // the signal of both
        Assert.Contains("STOPSIGNAL SIGTERM", Container);
        Assert.Contains("KillSignal=SIGTERM", Unit);
    }

    [Fact]
    public void Container_stops_being_root_before_anything_runs_in_it()
    {
        int user = Array.FindIndex(Container, line => line == "USER parcours");
        Assert.InRange(user, 0, Array.FindIndex(Container, line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal)));
        string data = Container.Single(line => line.StartsWith("VOLUME ", StringComparison.Ordinal))["VOLUME ".Length..];
        Assert.Contains($"ENV PARCOURS_WORKSPACE={data}", Container);
        Assert.Contains(Container, line => InstallFolder().IsMatch(line) && line.EndsWith(data, StringComparison.Ordinal));
    }

    private static string Product => Path.Combine(AppContext.BaseDirectory, "parcours");

    private static string[] Words(string instruction) =>
        JsonSerializer.Deserialize<string[]>(Container.Single(line => line.StartsWith(instruction + " ", StringComparison.Ordinal))[instruction.Length..])!;

    [GeneratedRegex("install -d -o parcours -g parcours -m 0700 ")]
    private static partial Regex InstallFolder();
}
