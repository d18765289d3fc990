using System.Collections.Immutable;

namespace Parcours.Domain.Rfm;

/// <summary>A way to name the cells: the ten segments of the classic map, Shopify's groups, Klaviyo's.</summary>
/// <param name="Id">Its identifier, as "rfm-10".</param>
/// <param name="Quantiles">How many quantiles it is made for.</param>
/// <param name="Groups">Its groups, the best first.</param>
/// <param name="NoOrder">What it calls those without an order, who have no scores.</param>
/// <param name="GroupOf">The group of three scores, by its place in <paramref name="Groups"/>.</param>
public sealed record RfmMap(string Id, int Quantiles, ImmutableArray<RfmGroup> Groups, RfmGroup NoOrder, Func<int, int, int, int> GroupOf)
{
    /// <summary>How many customers and how much net spend each group has, in the order of <see cref="Groups"/>, and last those without an order.</summary>
    public IReadOnlyList<(RfmGroup Group, long Customers, long Spend)> Count(RfmAnalysis analysis)
    {
        long[] customers = new long[Groups.Length];
        long[] spend = new long[Groups.Length];
        foreach (RfmScore score in analysis.Scores)
        {
            int group = GroupOf(score.Recency, score.Frequency, score.Money);
            customers[group]++;
            spend[group] += score.Spend;
        }

        return [.. Groups.Select((group, i) => (group, customers[i], spend[i])), (NoOrder, analysis.Totals.WithoutOrder, 0)];
    }
}
