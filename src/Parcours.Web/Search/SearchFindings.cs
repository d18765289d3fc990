using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Search;

/// <summary>What a search found, by kind.</summary>
/// <param name="Text">What was looked for.</param>
/// <param name="Groups">The kinds with something found, in the order shown.</param>
public sealed record SearchFindings(string Text, IReadOnlyList<(LocalText Name, IReadOnlyList<SearchHit> Hits)> Groups)
{
    /// <summary>How many things were found.</summary>
    public int Count => Groups.Sum(group => group.Hits.Count);
}
