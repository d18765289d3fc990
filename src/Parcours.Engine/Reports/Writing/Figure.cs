using System.Text.Json.Nodes;

namespace Parcours.Engine.Reports.Writing;

/// <summary>A figure of the page: its finding, its picture, its table.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Name">Its name in the contents.</param>
public sealed record Figure(string Id, string Name)
{
    /// <summary>What it shows, as a sentence; what is missing when there is no data.</summary>
    public required string Finding { get; init; }

    /// <summary>What, unit, period.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>What the chart draws; null for a figure that is a table only.</summary>
    public JsonObject? Chart { get; init; }

    /// <summary>How tall the chart is, in pixels.</summary>
    public int Height { get; init; } = 320;

    /// <summary>The table; null only when there is no data.</summary>
    public Table? Table { get; init; }

    /// <summary>A sentence under it: how it was computed.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it takes half of a wide page.</summary>
    public bool IsHalf { get; init; }

    /// <summary>A figure without data: it says what would fill it.</summary>
    public static Figure Empty(string id, string name, string missing, bool isHalf = false) => new(id, name) { Finding = missing, IsHalf = isHalf };
}
