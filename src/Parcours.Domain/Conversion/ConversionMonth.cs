using System.Collections.Immutable;

namespace Parcours.Domain.Conversion;

/// <summary>The steps of the stays that began in one month.</summary>
/// <param name="Month">Months since January 1970, in the workspace's calendar.</param>
/// <param name="Steps">One for each step of the path, those without a stay included.</param>
public sealed record ConversionMonth(int Month, ImmutableArray<ConversionStep> Steps);
