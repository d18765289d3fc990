namespace Parcours.Cli.Frame;

/// <summary>What a verb tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused: bad input, unknown id; the reason is on the error output.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage: an unknown verb or option, a value that cannot be read.</summary>
    public const int WrongUsage = 2;

    /// <summary>A fault of ours.</summary>
    public const int Fault = 3;
}
