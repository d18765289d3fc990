namespace Parcours.Cli.Frame;

/// <summary>All that a verb touches outside itself, so that a test can run one in its own process.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Time">What time it is.</param>
/// <param name="Environment">Reads an environment variable.</param>
/// <param name="Workspaces">How it reaches a store.</param>
internal sealed record Surroundings(Terminal Terminal, TimeProvider Time, Func<string, string?> Environment, WorkspaceOpener Workspaces);
