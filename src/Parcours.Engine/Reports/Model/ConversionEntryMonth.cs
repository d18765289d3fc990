namespace Parcours.Engine.Reports.Model;

/// <summary>Conversion of those who entered in one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Steps">One for each step of the path.</param>
internal sealed record ConversionEntryMonth(DateOnly Month, IReadOnlyList<ConversionEntry> Steps);
