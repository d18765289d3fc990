using Parcours.Cli.Frame;

namespace Parcours.Cli.Flows;

/// <summary>The refusals of a window of time.</summary>
internal static class Windows
{
    /// <summary>The first date typed lies after the second.</summary>
    public static RefusedException EndsBeforeItStarts() => new(
        new Refusal("window_backwards", new(
            "--from comes after --at: swap the two dates.",
            "--from vient après --at : échangez les deux dates.")),
        ExitCode.WrongUsage);
}
