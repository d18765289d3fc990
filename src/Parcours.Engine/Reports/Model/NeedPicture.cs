using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.Reports.Model;

/// <summary>What lists of next products would have found in last baskets held out.</summary>
/// <param name="Customers">Customers whose last basket was held out.</param>
/// <param name="Scores">One for each way of ranking.</param>
/// <param name="Sampled">How many subjects were learnt from, of a base too large to learn whole; null for the whole base.</param>
internal sealed record NeedPicture(int Customers, IReadOnlyList<MethodScore> Scores, long? Sampled);
