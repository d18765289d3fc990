using System.Text.Json;

namespace Parcours.Engine.Workspaces;

/// <summary>What people call a workspace, and the language it speaks to those who chose none.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Language">"en" or "fr".</param>
public sealed record WorkspaceCard(string Name, string Language)
{
    /// <summary>The document of the workspace that keeps it.</summary>
    public const string Document = "workspace";

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The card that a document holds; null for none.</summary>
    public static WorkspaceCard? Read(string? document)
    {
        if (document is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(document);
        return new WorkspaceCard(json.RootElement.GetProperty("name").GetString()!, json.RootElement.GetProperty("language").GetString()!);
    }

    /// <summary>The document that holds it.</summary>
    public string Write() => JsonSerializer.Serialize(new Dictionary<string, string> { ["name"] = Name, ["language"] = Language });
}
