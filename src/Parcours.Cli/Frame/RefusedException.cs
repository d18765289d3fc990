namespace Parcours.Cli.Frame;

/// <summary>Carries a refusal from the inside of a verb to the frame, which words it and returns the exit code.</summary>
internal sealed class RefusedException : Exception
{
    /// <summary>Carries a refusal.</summary>
    /// <param name="refusal">What is refused, and why.</param>
    /// <param name="exitCode"><see cref="ExitCode.Refused"/>, or <see cref="ExitCode.WrongUsage"/> when the words typed are at fault.</param>
    public RefusedException(Refusal refusal, int exitCode = Frame.ExitCode.Refused)
        : base(refusal.Message.En)
    {
        Refusal = refusal;
        ExitCode = exitCode;
    }

    /// <summary>What is refused, and why.</summary>
    public Refusal Refusal { get; }

    /// <summary>The exit code.</summary>
    public int ExitCode { get; }
}
