using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Segments.Discovery;

/// <summary>A group found in the base.</summary>
/// <param name="Name">What sets it apart, in plain words.</param>
/// <param name="Size">How many are in it.</param>
/// <param name="Share">Their share of all buyers.</param>
/// <param name="Centre">The mean of each indicator in it, in the indicator's own unit; null where nobody of it has one.</param>
/// <param name="Standing">The mean of each indicator in it, in spreads above or below that of all buyers.</param>
/// <param name="Homogeneity">How well its members sit together and apart from the other groups: their mean silhouette, -1 to 1.</param>
/// <param name="Rule">The condition that comes nearest to it.</param>
public sealed record DiscoveredGroup(
    LocalText Name, int Size, double Share, IReadOnlyList<double?> Centre, IReadOnlyList<double> Standing, double Homogeneity, ProposedRule Rule);
