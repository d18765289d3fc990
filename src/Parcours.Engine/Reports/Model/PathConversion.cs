namespace Parcours.Engine.Reports.Model;

/// <summary>Conversion along the path.</summary>
/// <param name="Steps">The steps, in the order of the path.</param>
/// <param name="Weakest">The step with the lowest share at <paramref name="WeakestDays"/>; null when none can be named.</param>
/// <param name="WeakestDays">The horizon the weakest step is named at.</param>
internal sealed record PathConversion(IReadOnlyList<ConversionStep> Steps, int? Weakest, int WeakestDays)
{
    /// <summary>The latest months of entry, in order.</summary>
    public IReadOnlyList<ConversionEntryMonth> Months { get; init; } = [];
}
