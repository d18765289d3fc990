namespace Parcours.Statistics.Recommendation;

/// <summary>How well one way of ranking found each customer's last basket.</summary>
/// <param name="Method">The way.</param>
/// <param name="All">All items of that basket to be found, among all items.</param>
/// <param name="New">Only those the customer had never bought, among items never bought; null for personal frequency, which proposes none.</param>
public sealed record MethodScore(RankingMethod Method, RankingScore All, RankingScore? New);
