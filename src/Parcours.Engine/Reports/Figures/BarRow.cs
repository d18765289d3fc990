using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Figures;

/// <summary>A bar.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Stage">The stage whose colour it takes; null for the colour of data.</param>
/// <param name="Value">Its length, and the mark of a year earlier.</param>
/// <param name="Label">What is written at its end.</param>
/// <param name="Detail">A further line of its tooltip.</param>
internal sealed record BarRow(string Name, int? Stage, Twin Value, string Label, string? Detail = null);
