using System.CommandLine;
using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Frame;

/// <summary>One run of a verb: what was typed, and what surrounds it.</summary>
internal sealed class VerbRun
{
    private readonly Surroundings _surroundings;

    /// <summary>A run.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="language">The language of the answer.</param>
    /// <param name="surroundings">What surrounds it.</param>
    /// <param name="options">The options that every verb takes.</param>
    /// <param name="cancellation">Cancelled when the person interrupts.</param>
    public VerbRun(ParseResult parsed, Language language, Surroundings surroundings, GlobalOptions options, CancellationToken cancellation)
    {
        _surroundings = surroundings;
        Parsed = parsed;
        Language = language;
        Cancellation = cancellation;
        Json = parsed.GetValue(options.Json);
        string? typed = parsed.GetValue(options.Workspace);
        WorkspaceWasTyped = !string.IsNullOrEmpty(typed);
        string? folder = typed ?? (parsed.CommandResult.Command as Verb)?.OwnWorkspace ?? surroundings.Environment("PARCOURS_WORKSPACE");
        WorkspaceFolder = Path.GetFullPath(string.IsNullOrEmpty(folder) ? "parcours-data" : folder);
    }

    /// <summary>What was typed: read it with <see cref="ParseResult.GetValue{T}(Option{T})"/>.</summary>
    public ParseResult Parsed { get; }

    /// <summary>The language of the answer.</summary>
    public Language Language { get; }

    /// <summary>Where to write.</summary>
    public Terminal Terminal => _surroundings.Terminal;

    /// <summary>What time it is.</summary>
    public TimeProvider Time => _surroundings.Time;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment => _surroundings.Environment;

    /// <summary>Whether machines read the answer.</summary>
    public bool Json { get; }

    /// <summary>The workspace folder, in full.</summary>
    public string WorkspaceFolder { get; }

    /// <summary>Whether the workspace was named with --workspace.</summary>
    public bool WorkspaceWasTyped { get; }

    /// <summary>Cancelled when the person interrupts.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Now.</summary>
    public Instant Now => Instant.From(_surroundings.Time.GetUtcNow());

    /// <summary>Opens the store for reading.</summary>
    public IWorkspaceStore OpenToRead() => _surroundings.Workspaces.Read(WorkspaceFolder);

    /// <summary>Opens the store of another folder for reading.</summary>
    public IWorkspaceStore OpenToRead(string folder) => _surroundings.Workspaces.Read(folder);

    /// <summary>Opens the store for writing; the workspace is made when missing.</summary>
    public IWorkspaceStore OpenToWrite() => _surroundings.Workspaces.Write(WorkspaceFolder);

    /// <summary>Opens the store of another folder for writing.</summary>
    public IWorkspaceStore OpenToWrite(string folder) => _surroundings.Workspaces.Write(folder);

    /// <summary>The base of the workspace.</summary>
    public HistoryBase LoadBase()
    {
        using var workspace = Workspace.Open(WorkspaceFolder, _surroundings.Workspaces.Read);
        return workspace.Histories;
    }

    /// <summary>The moment an option names, on a calendar; now when it was not given.</summary>
    public Instant At(Option<Moment?> option, Calendar calendar) => Parsed.GetValue(option)?.On(calendar) ?? Now;

    /// <summary>Runs another command line in the same surroundings, on the same workspace, in the same language and form.</summary>
    /// <returns>Its exit code.</returns>
    public int Also(params string[] words) => CommandLineRun.Run(
        [.. words, "--workspace", WorkspaceFolder, "--lang", Language.Code, .. Json ? ["--json"] : Array.Empty<string>()], _surroundings, Cancellation);

    /// <summary>Writes a refusal to the error output, as a sentence or as JSON.</summary>
    /// <returns><see cref="ExitCode.Refused"/>.</returns>
    public int Refuse(string code, LocalText message)
    {
        Answers.Error(Terminal, Json, code, Language.Say(message));
        return ExitCode.Refused;
    }

    /// <summary>Writes one JSON object to the output, and a line end.</summary>
    /// <param name="write">Writes the members of the object.</param>
    public void WriteJson(Action<Utf8JsonWriter> write) => Answers.Json(Terminal.Out, write);
}
