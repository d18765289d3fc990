namespace Parcours.Engine.Reports.Model;

/// <summary>A category of products.</summary>
/// <param name="Name">Its name in the files imported.</param>
/// <param name="Customers">Customers who spent more on it than on any other over the observed year.</param>
/// <param name="Revenue">Its revenue, in minor units, and the year before.</param>
internal sealed record CategoryRank(string Name, long Customers, Twin Revenue);
