using System.Globalization;

namespace Parcours.Engine.Reports.Writing;

/// <summary>A cell of a table.</summary>
/// <param name="Text">As the reader sees it.</param>
/// <param name="Raw">As a spreadsheet reads it; null for the text itself.</param>
public sealed record Cell(string Text, string? Raw = null)
{
    /// <summary>The stages it names, each drawn with its colour before its name; empty for none.</summary>
    public IReadOnlyList<int> Stages { get; init; } = [];

    /// <summary>Whether more stages follow those named.</summary>
    public bool GoesOn { get; init; }

    /// <summary>A share drawn as a bar beside the text, 0 to 1; null for none.</summary>
    public double? Bar { get; init; }

    /// <summary>Where its number leads on a screen, to the people behind it; null for nowhere. The report, which is alone, leads nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>A cell of a number; a dash when there is none.</summary>
    public static Cell Of(double? value, Func<double, string> write) =>
        value is { } known ? new(write(known), known.ToString("0.######", CultureInfo.InvariantCulture)) : new("–", "");
}
