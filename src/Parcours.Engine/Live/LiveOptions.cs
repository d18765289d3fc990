using System.Collections.Immutable;

namespace Parcours.Engine.Live;

/// <summary>How stages are kept live.</summary>
public sealed record LiveOptions
{
    /// <summary>The lifecycles whose transitions are announced; empty for the CRM stages and the company's own files.</summary>
    public ImmutableArray<string> Lifecycles { get; init; } = [];

    /// <summary>Facts older than this when they come correct the past and announce nothing. 0 to 366 days.</summary>
    public TimeSpan LateWindow { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The least time between two resolutions of the thresholds, when late facts or a new month ask for one.</summary>
    public TimeSpan ResolveAtMostEvery { get; init; } = TimeSpan.FromSeconds(5);
}
