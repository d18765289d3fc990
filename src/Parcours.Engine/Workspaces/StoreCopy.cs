namespace Parcours.Engine.Workspaces;

/// <summary>A copy of a store, and what of its workspace's folder the copy stands for.</summary>
/// <param name="Copied">The files of the copy, by the names they have in a workspace.</param>
/// <param name="Own">All files that the store keeps for itself in a workspace, to be left alone by who copies the rest.</param>
public sealed record StoreCopy(IReadOnlyList<string> Copied, IReadOnlyList<string> Own);
