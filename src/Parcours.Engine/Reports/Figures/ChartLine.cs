using System.Text.Json.Nodes;

namespace Parcours.Engine.Reports.Figures;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">From left to right.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>"data", "ink" or "soft".</summary>
    public string Color { get; init; } = "data";

    /// <summary>Whether it is dashed: what was expected, or chance.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Whether its points are marked.</summary>
    public bool HasDots { get; init; }

    /// <summary>Whether only its points are drawn.</summary>
    public bool IsBare { get; init; }

    /// <summary>The tooltip of each point; null for none.</summary>
    public IReadOnlyList<JsonArray>? Tips { get; init; }
}
