using System.Diagnostics;
using System.Text.Json;

namespace Parcours.Bench.Live;

/// <summary>The built server as a process of its own over a workspace, with a key for messages and one for reading.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly string _program;
    private readonly string _folder;
    private readonly Process _server;

    public ServedProcess(string program, string folder)
    {
        _program = program;
        _folder = folder;
        WriteKey = Key("--kind", "write");
        ReadKey = Key("--kind", "server", "--scope", "customers:read");
        long began = Stopwatch.GetTimestamp();
        _server = Start("serve", "--port", "0", "--json");
        _ = Task.Run(() => _server.StandardError.ReadToEndAsync());
        string said = _server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
        StartedIn = Stopwatch.GetElapsedTime(began);
        Address = new Uri(JsonDocument.Parse(said).RootElement.GetProperty("address").GetString()!);
    }

    public Uri Address { get; }

    public string WriteKey { get; }

    public string ReadKey { get; }

    public TimeSpan StartedIn { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _server.Refresh();
            return _server.TotalProcessorTime;
        }
    }

    /// <summary>Ends it as a fault of the machine would: nothing is closed, nothing said.</summary>
    public void Kill()
    {
        _server.Kill();
        _server.WaitForExit();
    }

    public void Dispose()
    {
        if (_server.HasExited)
        {
            _server.Dispose();
            return;
        }

        using (Process kill = Process.Start("kill", ["-TERM", _server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        _server.WaitForExit();
        _server.Dispose();
    }

    private string Key(params string[] words)
    {
        using Process process = Start(["key", "create", .. words, "--json"]);
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonDocument.Parse(said).RootElement.GetProperty("key").GetString()! : throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }

    private Process Start(params string[] words) =>
        Process.Start(new ProcessStartInfo(_program, [.. words, "--workspace", _folder, "--lang", "en"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
