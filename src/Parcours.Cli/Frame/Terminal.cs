using System.Text;
using Spectre.Console;

namespace Parcours.Cli.Frame;

/// <summary>Where a verb writes: the process's own outputs, or a test's.</summary>
internal sealed class Terminal
{
    private const int WidthOfFiles = 120;

    private readonly Lazy<IAnsiConsole> _pretty;
    private readonly Lazy<IAnsiConsole> _prettyError;

    /// <summary>A terminal over two writers.</summary>
    /// <param name="output">What the verb answers.</param>
    /// <param name="error">Refusals, warnings and progress.</param>
    /// <param name="isTerminal">Whether a person watches the output.</param>
    /// <param name="watchesProgress">Whether a person watches the error output, so that a progress bar makes sense.</param>
    /// <param name="colour">Whether colours may be used on the output.</param>
    /// <param name="width">Columns.</param>
    public Terminal(TextWriter output, TextWriter error, bool isTerminal = false, bool watchesProgress = false, bool colour = false, int width = WidthOfFiles)
    {
        Out = output;
        Error = error;
        IsTerminal = isTerminal;
        WatchesProgress = watchesProgress;
        Width = width;
        _pretty = new(() => Create(output, colour, isTerminal));
        _prettyError = new(() => Create(error, watchesProgress && colour, watchesProgress));
    }

    /// <summary>What the verb answers.</summary>
    public TextWriter Out { get; }

    /// <summary>Refusals, warnings and progress.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person watches the output.</summary>
    public bool IsTerminal { get; }

    /// <summary>Whether a person watches the error output.</summary>
    public bool WatchesProgress { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The output for tables and colours. Texts that are not ours must be escaped (<see cref="Markup.Escape"/>).</summary>
    public IAnsiConsole Pretty => _pretty.Value;

    /// <summary>The error output for progress bars.</summary>
    public IAnsiConsole PrettyError => _prettyError.Value;

    /// <summary>The terminal of this process.</summary>
    /// <param name="environment">Reads an environment variable: NO_COLOR and TERM are heard.</param>
    public static Terminal OfProcess(Func<string, string?> environment)
    {
        bool watched = !Console.IsOutputRedirected;
        bool dull = !string.IsNullOrEmpty(environment("NO_COLOR")) || environment("TERM") == "dumb";
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { AutoFlush = watched };
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        return new Terminal(output, error, watched, !Console.IsErrorRedirected && environment("TERM") != "dumb", watched && !dull, watched ? WidthOfWindow() : WidthOfFiles);
    }

    private static int WidthOfWindow()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 40, 400);
        }
        catch (IOException)
        {
            return 80;
        }
    }

    private IAnsiConsole Create(TextWriter writer, bool colour, bool live)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = colour || live ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = live ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
