using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Frame;

/// <summary>Runs a command line in the test's own process, at a fixed time.</summary>
internal sealed class TestRun
{
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly WorkspaceOpener _workspaces;

    public TestRun(WorkspaceOpener? workspaces = null) => _workspaces = workspaces ?? new WorkspaceOpener(Missing, Missing);

    public string Out { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public DateTimeOffset Now { get; init; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public TestRun With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public int Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings(new Terminal(output, error), new FixedTime(Now), name => _environment.GetValueOrDefault(name), _workspaces);
        int code = CommandLineRun.Run(args, surroundings);
        Out = output.ToString();
        Error = error.ToString();
        return code;
    }

    private static IWorkspaceStore Missing(string folder) => throw new WorkspaceException(new WorkspaceRefusal.Missing(folder));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
