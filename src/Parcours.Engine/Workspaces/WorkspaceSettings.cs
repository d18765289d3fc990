namespace Parcours.Engine.Workspaces;

/// <summary>What a workspace is set to.</summary>
/// <param name="ZoneId">The IANA zone of its calendar.</param>
/// <param name="Currency">Index of its currency in <see cref="Domain.Facts.Currencies"/>; 0 until the first amount decides.</param>
public sealed record WorkspaceSettings(string ZoneId, byte Currency)
{
    /// <summary>What its people call it; empty when nobody said.</summary>
    public string Name { get; init; } = string.Empty;
}
