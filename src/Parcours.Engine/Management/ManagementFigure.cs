using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Management;

/// <summary>A figure of the month.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Now">The figure; null when it cannot be told.</param>
/// <param name="YearEarlier">The same a year earlier, by the calendar; null without one.</param>
/// <param name="Aligned">The same a year earlier with sales periods aligned; null for figures that no sale moves, and without one.</param>
/// <param name="Objective">What the company aims at; null for none.</param>
public sealed record ManagementFigure(ManagementFigureKind Kind, FigureUnit Unit, double? Now, double? YearEarlier, double? Aligned, double? Objective);
