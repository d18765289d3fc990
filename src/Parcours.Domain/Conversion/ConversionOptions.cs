using System.Collections.Immutable;

namespace Parcours.Domain.Conversion;

/// <summary>How conversion is measured. The defaults are what every screen and report uses.</summary>
public sealed record ConversionOptions
{
    /// <summary>The horizons, in local days after the entry into a stage; at most 365, ascending.</summary>
    public static ImmutableArray<int> Horizons { get; } = [30, 90, 180, 365];

    /// <summary>The horizon at which steps are compared: 180 days.</summary>
    public const int ComparedHorizon = 180;

    /// <summary>How many times the subjects are drawn anew for the intervals; 200. With 0 there are no intervals.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>What the draws start from: the same seed gives the same intervals. 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether stays are also looked at by month of entry. False.</summary>
    public bool ByMonth { get; init; }

    /// <summary>Whether the same is measured as it was known a year earlier, without intervals. False.</summary>
    public bool YearEarlier { get; init; }

    /// <summary>A horizon is estimable when so many stays began that long before the date, or all of them did; 10.</summary>
    public int MinimumFollowed { get; init; } = 10;

    /// <summary>A step can be named the weakest when so many of its stays began 180 days or more before the date; 30.</summary>
    public int MinimumForWeakest { get; init; } = 30;
}
