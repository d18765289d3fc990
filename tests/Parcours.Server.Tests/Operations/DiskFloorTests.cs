using System.Diagnostics;
using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Operations;

public sealed class DiskFloorTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task Writes_are_refused_below_the_floor_while_reading_and_signing_in_go_on()
    {
        await using var server = await StartedServer.StartAsync(options => options with { DiskFloorBytes = long.MaxValue - 1 });
        server.Operator(Role.Owner);

        HttpResponseMessage refused = await server.Owner.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "disk_low"), (refused.StatusCode, await refused.CodeAsync()));
        Assert.Equal("30", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.OK, (await server.Owner.GetAsync("/api/keys")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("/ready")).StatusCode);
        Assert.NotNull(await server.SignInAsync(Role.Owner));
    }

    [Fact]
    public async Task Small_disk_that_fills_up_refuses_writes_and_takes_them_again_with_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "needs root: a small tmpfs is mounted");
        DirectoryInfo disk = Directory.CreateTempSubdirectory("parcours-disk-");
        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.FullName));
        try
        {
            await FillAsync(disk.FullName);
        }
        finally
        {
            Run("umount", disk.FullName);
            disk.Delete();
        }
    }

    private static async Task FillAsync(string folder)
    {
        using var store = SqliteStore.Open(folder, forWriting: true);
        var options = new ServerOptions { Workspace = folder, Port = 0, DiskFloorBytes = 8 * Megabyte };
        await using ParcoursServer server = await ParcoursServer.StartAsync(options, store, TimeProvider.System);
        using HttpClient owner = StartedServer.ThroughSocket(Path.Combine(folder, "parcours.sock"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "filling"), new byte[18 * Megabyte]);
        HttpStatusCode answer = HttpStatusCode.Created;
        int made = 0, files = 0;
        while (answer == HttpStatusCode.Created)
        {
            Assert.True(files < 40, "the disk never filled up");
            await File.WriteAllBytesAsync(Path.Combine(folder, $"filling.{files++}"), new byte[Megabyte]);
            await Task.Delay(TimeSpan.FromSeconds(1.1)); // the floor is looked at once a second
            answer = (await owner.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }))).StatusCode;
            made += answer == HttpStatusCode.Created ? 1 : 0;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
        Assert.True(new DriveInfo(folder).AvailableFreeSpace > 6 * Megabyte, "it was refused too late");
        Assert.Equal(made, (await (await owner.GetAsync("/api/keys")).JsonAsync()).GetProperty("items").GetArrayLength());

        File.Delete(Path.Combine(folder, "filling.0"));
        File.Delete(Path.Combine(folder, "filling.1"));
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        Assert.Equal(HttpStatusCode.Created, (await owner.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }))).StatusCode);
    }

    private static int Run(string program, params string[] words)
    {
        using Process process = Process.Start(program, words);
        process.WaitForExit();
        return process.ExitCode;
    }
}
