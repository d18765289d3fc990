namespace Parcours.Web.Segments;

/// <summary>How many a condition holds for.</summary>
/// <param name="Members">How many.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Sample">Those worth most, with what they spent in minor units.</param>
public sealed record BuilderCount(int Members, int Of, IReadOnlyList<(string Key, long Spend)> Sample);
