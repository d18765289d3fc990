namespace Parcours.Engine.Reports.Model;

/// <summary>How the basket of buyers evolves, for those with enough orders to tell.</summary>
/// <param name="Known">Buyers with a trend.</param>
/// <param name="TooFew">Buyers without enough orders to have one.</param>
/// <param name="Rising">The share whose last three orders are worth a fifth more than those before, and the same a year earlier.</param>
/// <param name="Steady">The share in between.</param>
/// <param name="Falling">The share whose last three orders are worth less by the same factor.</param>
internal sealed record BasketTrend(long Known, long TooFew, Twin Rising, Twin Steady, Twin Falling);
