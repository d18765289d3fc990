using System.Diagnostics;
using System.Text.Json;

namespace Parcours.Cli.Serving;

/// <summary><c>parcours serve</c> as a process of its own, on a free port and a workspace of its own, which is removed with it.</summary>
internal sealed class ServedWorkspace : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _log;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parcours-serve-");

    public ServedWorkspace(params string[] more)
    {
        _process = Process.Start(Words(["serve", "--port", "0", "--json", .. more], Folder))!;
        _log = _process.StandardError.ReadToEndAsync();
        string said = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
        Address = new Uri(JsonDocument.Parse(said).RootElement.GetProperty("address").GetString()!);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it wrote to its log, once it has ended.</summary>
    public string Log => _log.GetAwaiter().GetResult();

    /// <summary>The workspace's folder.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Runs another verb on the same workspace.</summary>
    public (int Code, string Out, string Error) Run(params string[] words)
    {
        using Process process = Process.Start(Words(words, Folder))!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Sends a signal to the server and waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public int End(string signal)
    {
        using (Process kill = Process.Start("kill", [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        if (!_process.WaitForExit(_limit))
        {
            throw new InvalidOperationException($"The server did not end within {_limit}.");
        }

        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>The built product with some words, on a workspace.</summary>
    public static ProcessStartInfo Words(IEnumerable<string> words, string folder) =>
        new(Path.Combine(AppContext.BaseDirectory, "parcours"), [.. words, "--workspace", folder, "--lang", "en"]) { RedirectStandardOutput = true, RedirectStandardError = true };
}
