using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Frame;

/// <summary>How verbs reach a workspace's store.</summary>
/// <param name="Read">Opens the store of a folder for reading; refuses a folder without a workspace.</param>
/// <param name="Write">Opens the store of a folder for writing, made when missing; refuses when another process holds it.</param>
internal sealed record WorkspaceOpener(Func<string, IWorkspaceStore> Read, Func<string, IWorkspaceStore> Write);
