using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Segments.Quality;

/// <summary>What one segment is worth among others at a date.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Name">Its title.</param>
/// <param name="Strategy">Its strategy; empty for none.</param>
/// <param name="Members">How many are in it.</param>
/// <param name="Share">Their share of all customers.</param>
/// <param name="Consenting">The share of them that some channel may reach with consent; null for an empty one.</param>
/// <param name="Stability">Those in it at the date and 30 days before, over those in it at either; null when it was empty at both.</param>
/// <param name="Detectable">The smallest change of the share who order within 30 days that a campaign on half of them would show, in points as a share; null when it is too small to tell.</param>
/// <param name="Silhouette">How well its members sit together and apart from the other segments of its strategy, -1 to 1; null when there is nothing to compare with.</param>
public sealed record SegmentMeasure(
    string Id, LocalText Name, string Strategy, int Members, double Share, double? Consenting, double? Stability, double? Detectable, double? Silhouette);
