using System.Diagnostics;

namespace Parcours.Server.Ingestion;

/// <summary>The tracking clients as npm gives them, of the versions of the lock file: fetched once, and again when the lock file changes.</summary>
public sealed class ClientPackages : IAsyncLifetime
{
    /// <summary>The folder of the clients' package.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Parcours.Server.Tests", "Ingestion", "Clients");

    // Several classes of tests ask at once.
    private static readonly SemaphoreSlim _one = new(1);

    public async ValueTask InitializeAsync()
    {
        await _one.WaitAsync();
        try
        {
            string mark = Path.Combine(Folder, "node_modules", ".package-lock.json");
            if (!File.Exists(mark) || File.GetLastWriteTimeUtc(mark) < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            {
                await RunAsync("npm", "ci", "--loglevel=error");
                File.SetLastWriteTimeUtc(mark, DateTime.UtcNow);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a program in the clients' folder until it ends; its words are the message when it fails.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {process.ExitCode}\n{await output}\n{errors}");
    }
}
